# CPython 3.13.5 on debian:trixie-slim, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.13.5.tar.xz.

FROM debian:trixie-slim AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

RUN set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        dpkg-dev \
        gcc \
        libbz2-dev \
        libc6-dev \
        libexpat1-dev \
        libffi-dev \
        libgdbm-dev \
        liblzma-dev \
        libmpdec-dev \
        libncurses-dev \
        libreadline-dev \
        libsqlite3-dev \
        libssl-dev \
        make \
        pkg-config \
        uuid-dev \
        xz-utils \
        zlib1g-dev; \
    rm -rf /var/lib/apt/lists/*

WORKDIR /usr/src
COPY Python-3.13.5.tar.xz ./
RUN set -eux; \
    echo "93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640 *Python-3.13.5.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.13.5.tar.xz -C python --strip-components=1; \
    cd python; \
    cp -a . ../library; \
    mkdir -p /usr/local/share/pykiln; \
    dpkg-buildflags --get CFLAGS | tr ' ' '\n' \
        | sed -E '/^-(O|flto|ffat-lto)/d' > /usr/local/share/pykiln/hardening-compiler; \
    dpkg-buildflags --get LDFLAGS | tr ' ' '\n' \
        | sed -E '/^-(O|flto|ffat-lto)/d' > /usr/local/share/pykiln/hardening-linker; \
    cd ..; \
    rm Python-3.13.5.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="gcc"; \
    export LINKCC="$CC -no-pie"; \
    export CFLAGS_NODIST="-O3"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-pie"; \
    CFLAGS_NODIST="$CFLAGS_NODIST $(echo $(cat /usr/local/share/pykiln/hardening-compiler))"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fstack-protector"; \
    export LDFLAGS_NODIST="$(echo $(cat /usr/local/share/pykiln/hardening-linker))"; \
    export PROFILE_TASK="-m test --pgo"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --enable-optimizations \
        --with-lto=full \
        --disable-shared \
        --disable-test-modules \
        --with-ensurepip=no \
        --with-system-expat \
        --with-system-libmpdec

RUN set -eux; \
    export CC="gcc"; \
    export LINKCC="$CC -no-pie"; \
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
    (eval "set -- $(./config.status --config)"; \
    export CFLAGS_NODIST="$(sed -n 's/^CONFIGURE_CFLAGS_NODIST=//p' Makefile)"; \
    export LDFLAGS_NODIST="$(sed -n 's/^CONFIGURE_LDFLAGS_NODIST=//p' Makefile)"; \
    cd ../library; \
    ./configure "$@" --enable-shared --disable-optimizations --disable-bolt; \
    make -j "$(nproc)" libpython3.13.so; \
    install -m 755 libpython3.13.so.1.0 /usr/local/lib; \
    ln -s libpython3.13.so.1.0 /usr/local/lib/libpython3.13.so); \
    strip --strip-all "$(readlink -f /usr/local/bin/python3)"; \
    find /usr/local/lib -type f \( -name '*.so' -o -name '*.so.*' \) \
        -exec strip --strip-all {} +; \
    find /usr/local -type f \( -path '*/bin/python3.*' -o -name 'libpython*.so*' \) -exec sha256sum {} + > /usr/local/share/pykiln/interpreter; \
    find /usr/local -type f \( -perm /111 -o -name '*.so' \) -exec ldd {} \; 2>/dev/null \
        | sed -nE 's#^.* => (/usr)?/(lib[^ ]*) .*$#*/\2#p' \
        | sort -u \
        | xargs dpkg-query --search \
        | sed -nE 's/^([a-z0-9][a-z0-9.+-]*)(:[a-z0-9]+)?: .*$/\1/p' \
        | sort -u > /usr/local/share/pykiln/packages; \
    test -s /usr/local/share/pykiln/packages

FROM debian:trixie-slim
LABEL org.pykiln.stage="image"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY --from=build /usr/local /usr/local
RUN set -eux; \
    apt-get update; \
    xargs apt-get install -y --no-install-recommends \
        ca-certificates \
        netbase \
        tzdata < /usr/local/share/pykiln/packages; \
    rm -rf /var/lib/apt/lists/*; \
    ldconfig; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.13.5" \
    org.opencontainers.image.base.name="debian:trixie-slim" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="libc" \
    org.pykiln.knob.allocator-options="none" \
    org.pykiln.knob.allocator-use="preload" \
    org.pykiln.knob.architecture="amd64" \
    org.pykiln.knob.base="debian:trixie-slim" \
    org.pykiln.knob.base-image="default" \
    org.pykiln.knob.bolt="off" \
    org.pykiln.knob.compiler="gcc" \
    org.pykiln.knob.docstrings="on" \
    org.pykiln.knob.frame-pointers="default" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="distribution" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="static+library" \
    org.pykiln.knob.lto="full" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-O3" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="on" \
    org.pykiln.knob.pgo-jobs="1" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="off" \
    org.pykiln.knob.pip="none" \
    org.pykiln.knob.pyc="keep" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.13.5" \
    org.pykiln.knob.safety="default" \
    org.pykiln.knob.source-verification="sha256" \
    org.pykiln.knob.stack-protector="plain" \
    org.pykiln.knob.strip="on" \
    org.pykiln.knob.system-expat="on" \
    org.pykiln.knob.system-libmpdec="on" \
    org.pykiln.knob.tail-call="off" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="aa8f2bd04c606ffe22a3132686396b06e9fe11c0397600cd1e386963326cfd12"
CMD ["python3"]
