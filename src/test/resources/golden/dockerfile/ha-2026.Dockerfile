# CPython 3.14.6 on alpine:3.24, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.14.6.tar.xz.

FROM alpine:3.24 AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/ash", "-o", "pipefail", "-c"]

RUN set -eux; \
    apk add --no-cache \
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
        zlib-dev \
        zstd-dev

WORKDIR /usr/src
COPY Python-3.14.6.tar.xz ./
RUN set -eux; \
    echo "143b1dddefaec3bd2e21e3b839b34a2b7fb9842272883c576420d605e9f30c63 *Python-3.14.6.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.14.6.tar.xz -C python --strip-components=1; \
    rm Python-3.14.6.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export CC=gcc; \
    export CFLAGS_NODIST="-DTHREAD_STACK_SIZE=0x100000"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -O3"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-semantic-interposition"; \
    export LDFLAGS_NODIST="-Wl,-rpath,/usr/local/lib"; \
    LDFLAGS_NODIST="$LDFLAGS_NODIST -fno-semantic-interposition"; \
    export PROFILE_TASK="-m test --pgo"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --with-ensurepip=install \
        --enable-optimizations \
        --with-lto=full \
        --enable-shared \
        --disable-test-modules

RUN set -eux; \
    make -j "$(nproc)" 2>&1 | tee /usr/src/make.log; \
    test -n "$(find . -name '*.gcda' -print -quit)"; \
    mkdir -p /usr/local/share/pykiln; \
    grep -F -- ' -o Python/ceval.o ' /usr/src/make.log \
        | tail -n 1 > /usr/local/share/pykiln/compile-command; \
    grep -E -- ' -o (python|libpython[^ ]*[.]so[^ ]*) ' /usr/src/make.log \
        | tail -n 2 > /usr/local/share/pykiln/link-commands; \
    find . -name '*.gcda' | wc -l > /usr/local/share/pykiln/profiles

RUN set -eux; \
    make install; \
    find /usr/local -depth \( -name '*.opt-?.pyc' -o -name 'libpython*.a' \) -exec rm -f {} +; \
    ln -sf idle3 /usr/local/bin/idle; \
    ln -sf pip3 /usr/local/bin/pip; \
    ln -sf pydoc3 /usr/local/bin/pydoc; \
    ln -sf python3 /usr/local/bin/python; \
    ln -sf python3-config /usr/local/bin/python-config; \
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
    python3 -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'; \
    pip3 --version

ENV PYTHONMALLOC="mimalloc"

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.14.6" \
    org.opencontainers.image.base.name="alpine:3.24" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="libc" \
    org.pykiln.knob.allocator-use="preload" \
    org.pykiln.knob.architecture="amd64" \
    org.pykiln.knob.base="alpine:3.24" \
    org.pykiln.knob.linking="shared" \
    org.pykiln.knob.lto="full" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="on" \
    org.pykiln.knob.opt-level="-O3" \
    org.pykiln.knob.pgo="on" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pymalloc="mimalloc" \
    org.pykiln.knob.python="3.14.6" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.recipe="5b7d3769449fa45c369fa2e916714acaba25ade8abe040bf75f056a06690688b"
CMD ["python3"]
