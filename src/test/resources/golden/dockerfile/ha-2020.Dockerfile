# CPython 3.11.15 on alpine:3.24, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.11.15.tar.xz.

FROM alpine:3.24 AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/ash", "-o", "pipefail", "-c"]

RUN set -eux; \
    apk add --no-cache \
        bzip2-dev \
        gcc \
        gdbm-dev \
        jemalloc-dev \
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
        zlib-dev

WORKDIR /usr/src
COPY Python-3.11.15.tar.xz ./
RUN set -eux; \
    echo "272179ddd9a2e41a0fc8e42e33dfbdca0b3711aa5abf372d3f2d51543d09b625 *Python-3.11.15.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.11.15.tar.xz -C python --strip-components=1; \
    rm Python-3.11.15.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="gcc"; \
    export CFLAGS_NODIST="-O3"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-semantic-interposition"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-builtin-malloc"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-builtin-calloc"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-builtin-realloc"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-builtin-free"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -DTHREAD_STACK_SIZE=0x100000"; \
    export LDFLAGS_NODIST="-Wl,-rpath,/usr/local/lib"; \
    LDFLAGS_NODIST="$LDFLAGS_NODIST -fno-semantic-interposition"; \
    export LIBS="-Wl,--push-state,--no-as-needed -ljemalloc -Wl,--pop-state"; \
    export PROFILE_TASK="-m test --pgo --ignore test_locale_caching --ignore test_locale_compiled --ignore test_math"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --enable-optimizations \
        --with-lto=full \
        --enable-shared \
        --with-ensurepip=install

RUN set -eux; \
    export CC="gcc"; \
    make -j "$(nproc)" 2>&1 | tee /usr/src/make.log; \
    mkdir -p /usr/local/share/pykiln; \
    grep -F -A 1 '# Next, run the profile task' /usr/src/make.log \
        | tail -n 1 > /usr/local/share/pykiln/training; \
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
    test "$(cat /usr/local/share/pykiln/profiles)" -gt 0; \
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
RUN set -eux; \
    xargs apk add --no-cache \
        ca-certificates \
        tzdata < /usr/local/share/pykiln/packages; \
    python3 -B -m pip --version; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.11.15" \
    org.opencontainers.image.base.name="alpine:3.24" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="jemalloc" \
    org.pykiln.knob.allocator-options="none" \
    org.pykiln.knob.allocator-use="link" \
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
    org.pykiln.knob.no-builtin-malloc="on" \
    org.pykiln.knob.no-semantic-interposition="on" \
    org.pykiln.knob.opt-level="-O3" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="on" \
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
    org.pykiln.knob.test-modules="on" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="7f08404ad1bf185ad62b790f7a31847671ce241742d16f0c72b6d51a9831a660"
CMD ["python3"]
