# CPython 3.11.15 on alpine:3.24, rendered by PyKiln.
# Builds with "DOCKER_BUILDKIT=1 docker build ." in a folder that also holds Python-3.11.15.tar.xz.

FROM alpine:3.24 AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/ash", "-o", "pipefail", "-c"]

RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    set -eux; \
    ln -s /var/cache/apk /etc/apk/cache; \
    apk add --update-cache \
        bzip2-dev \
        gcc \
        gdbm-dev \
        libc-dev \
        libffi-dev \
        linux-headers \
        make \
        ncurses-dev \
        openssl-dev \
        pax-utils \
        pkgconf \
        readline-dev \
        sqlite-dev \
        tar \
        util-linux-dev \
        xz \
        xz-dev \
        zlib-dev; \
    rm /etc/apk/cache

WORKDIR /usr/src
RUN --mount=type=bind,source=Python-3.11.15.tar.xz,target=/usr/src/Python-3.11.15.tar.xz \
    set -eux; \
    echo "272179ddd9a2e41a0fc8e42e33dfbdca0b3711aa5abf372d3f2d51543d09b625 *Python-3.11.15.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.11.15.tar.xz -C python --strip-components=1
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="gcc"; \
    export CFLAGS_NODIST="-Os"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -DTHREAD_STACK_SIZE=0x100000"; \
    export LDFLAGS_NODIST="-Wl,-rpath,/usr/local/lib"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --with-lto=full \
        --enable-shared \
        --disable-test-modules \
        --with-ensurepip=install

RUN set -eux; \
    export CC="gcc"; \
    make -j "$(nproc)" 2>&1 | tee /usr/src/make.log; \
    mkdir -p /usr/local/share/pykiln; \
    grep -F -- ' -o Python/ceval.o ' /usr/src/make.log \
        | tail -n 1 > /usr/local/share/pykiln/compile-command; \
    grep -E -- ' -o (python|libpython[^ ]*[.]so[^ ]*) ' /usr/src/make.log \
        | tail -n 2 > /usr/local/share/pykiln/link-commands; \
    find . -name '*.gcda' -o -name '*.profclangd' \
        | wc -l > /usr/local/share/pykiln/profiles

RUN set -eux; \
    make install; \
    find /usr/local -depth \( -name '*.opt-?.pyc' -o -name 'libpython*.a' \) -exec rm -f {} +; \
    ln -sf idle3 /usr/local/bin/idle; \
    ln -sf pydoc3 /usr/local/bin/pydoc; \
    ln -sf python3 /usr/local/bin/python; \
    ln -sf python3-config /usr/local/bin/python-config; \
    ln -sf pip3 /usr/local/bin/pip; \
    find /usr/local -type f \( -path '*/bin/python3.*' -o -name 'libpython*.so*' \) -exec sha256sum {} + > /usr/local/share/pykiln/interpreter; \
    scanelf --needed --nobanner --format '%n#p' --recursive /usr/local \
        | tr ',' '\n' \
        | sort -u \
        | sed -n '/^libpython/!s/^lib/so:lib/p' > /usr/local/share/pykiln/packages; \
    test -s /usr/local/share/pykiln/packages

FROM alpine:3.24
LABEL org.pykiln.stage="image"
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
COPY --from=build /usr/local /usr/local
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    set -eux; \
    ln -s /var/cache/apk /etc/apk/cache; \
    xargs apk add --update-cache \
        ca-certificates \
        tzdata < /usr/local/share/pykiln/packages; \
    rm /etc/apk/cache; \
    python3 -B -m pip --version; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.11.15" \
    org.opencontainers.image.base.name="alpine:3.24" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="libc" \
    org.pykiln.knob.allocator-options="none" \
    org.pykiln.knob.allocator-use="preload" \
    org.pykiln.knob.architecture="amd64" \
    org.pykiln.knob.base="alpine:3.24" \
    org.pykiln.knob.base-image="default" \
    org.pykiln.knob.bolt="off" \
    org.pykiln.knob.compiler="gcc" \
    org.pykiln.knob.docstrings="on" \
    org.pykiln.knob.frame-pointers="default" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="none" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="shared" \
    org.pykiln.knob.lto="full" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-Os" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="off" \
    org.pykiln.knob.pgo-jobs="1" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="on" \
    org.pykiln.knob.pip="bundled" \
    org.pykiln.knob.pyc="keep" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.11.15" \
    org.pykiln.knob.safety="default" \
    org.pykiln.knob.source-verification="sha256" \
    org.pykiln.knob.stack-protector="default" \
    org.pykiln.knob.strip="off" \
    org.pykiln.knob.system-expat="off" \
    org.pykiln.knob.system-libmpdec="default" \
    org.pykiln.knob.tail-call="off" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="51f27a9b3bd717608a571217e4bf7f6ff5db940dce56bb1b004134c6a25d10d6"
CMD ["python3"]
