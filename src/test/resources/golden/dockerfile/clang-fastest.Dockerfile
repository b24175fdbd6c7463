# CPython 3.14.6 on debian:trixie-slim, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.14.6.tar.xz.

FROM debian:trixie-slim AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

RUN set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        bolt-19 \
        clang-19 \
        libbz2-dev \
        libc6-dev \
        libclang-rt-19-dev \
        libffi-dev \
        libgdbm-dev \
        liblzma-dev \
        libncurses-dev \
        libreadline-dev \
        libsqlite3-dev \
        libssl-dev \
        libzstd-dev \
        lld-19 \
        llvm-19 \
        make \
        pkg-config \
        uuid-dev \
        xz-utils \
        zlib1g-dev; \
    rm -rf /var/lib/apt/lists/*

WORKDIR /usr/src
COPY Python-3.14.6.tar.xz ./
RUN set -eux; \
    echo "143b1dddefaec3bd2e21e3b839b34a2b7fb9842272883c576420d605e9f30c63 *Python-3.14.6.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.14.6.tar.xz -C python --strip-components=1; \
    rm Python-3.14.6.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export BOLT_APPLY_FLAGS="-update-debug-sections -skip-funcs=sha256_update/.*,sha512_update/.*,PyBlake2_.*_compress/.*,update_block.*,RC4_options/1 -reorder-blocks=ext-tsp -reorder-functions=cdsort -split-functions -split-strategy=cdsplit -split-eh -inline-all -reorder-functions-use-hot-size -peepholes=none -jump-tables=aggressive -inline-ap -indirect-call-promotion=all -dyno-stats"; \
    export BOLT_INSTRUMENT_FLAGS="-update-debug-sections -skip-funcs=sha256_update/.*,sha512_update/.*,PyBlake2_.*_compress/.*,update_block.*,RC4_options/1"; \
    export CC="clang-19"; \
    export LDFLAGS="-fuse-ld=lld"; \
    export LINKCC="$CC -no-pie"; \
    export PATH="/usr/lib/llvm-19/bin:$PATH"; \
    export disable_safety="yes"; \
    export CFLAGS_NODIST="-grecord-command-line"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -O3"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fdebug-default-version=4"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-pie"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fstack-protector"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fomit-frame-pointer"; \
    export PROFILE_TASK="-m test --pgo -j2"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --with-tail-call-interp \
        --enable-optimizations \
        --with-lto=full \
        --enable-bolt \
        --disable-shared \
        --disable-safety \
        --disable-test-modules \
        --with-ensurepip=install

RUN set -eux; \
    export BOLT_APPLY_FLAGS="-update-debug-sections -skip-funcs=sha256_update/.*,sha512_update/.*,PyBlake2_.*_compress/.*,update_block.*,RC4_options/1 -reorder-blocks=ext-tsp -reorder-functions=cdsort -split-functions -split-strategy=cdsplit -split-eh -inline-all -reorder-functions-use-hot-size -peepholes=none -jump-tables=aggressive -inline-ap -indirect-call-promotion=all -dyno-stats"; \
    export BOLT_INSTRUMENT_FLAGS="-update-debug-sections -skip-funcs=sha256_update/.*,sha512_update/.*,PyBlake2_.*_compress/.*,update_block.*,RC4_options/1"; \
    export CC="clang-19"; \
    export LDFLAGS="-fuse-ld=lld"; \
    export LINKCC="$CC -no-pie"; \
    export PATH="/usr/lib/llvm-19/bin:$PATH"; \
    export disable_safety="yes"; \
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
    sed -i -E \
        -e "/^([A-Za-z_]+ ?=|[{ ]+['\"])/!b" \
        -e "/^(|[{ ]+['\"])(PGO|LLVM)_/b" \
        -e ":gpp" -e "s#(^[A-Za-z_]+=[[:space:]]*|[[:space:]'\"])([^[:space:]'\"=]*/)?clang[+][+](-[0-9]+)?($|[[:space:]'\"])#\\1g++\\4#" -e "t gpp" \
        -e ":gcc" -e "s#(^[A-Za-z_]+=[[:space:]]*|[[:space:]'\"])([^[:space:]'\"=]*/)?clang(-[0-9]+)?($|[[:space:]'\"])#\\1gcc\\4#" -e "t gcc" \
        -e ":ar" -e "s#(^[A-Za-z_]+=[[:space:]]*|[[:space:]'\"])([^[:space:]'\"=]*/)?llvm-ar($|[[:space:]'\"])#\\1ar\\3#" -e "t ar" \
        -e ":none" -e "s#(^[A-Za-z_]+=[[:space:]]*|[[:space:]'\"])(-fuse-ld=lld|-flto=(thin|full)|-grecord-command-line|-fprofile-instr-use=[^[:space:]'\"]*|-fdebug-default-version=[0-9]|-Wl,--emit-relocs)($|[[:space:]'\"])#\\1\\4#" -e "t none" \
        $(find /usr/local/lib/python3* -maxdepth 2 \( -name '_sysconfig*.py' -o -name '_sysconfig*.json' -o -path '*/config-3*/Makefile' \)); \
    python3 -m compileall -q /usr/local/lib/python3*/_sysconfigdata_*.py; \
    test "$(cat /usr/local/share/pykiln/profiles)" -gt 0; \
    cat ./*.fdata | wc -l > /usr/local/share/pykiln/bolt-profile; \
    test "$(cat /usr/local/share/pykiln/bolt-profile)" -gt 1000; \
    ln -sf pip3 /usr/local/bin/pip; \
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
    python3 -B -m pip --version; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.14.6" \
    org.opencontainers.image.base.name="debian:trixie-slim" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="libc" \
    org.pykiln.knob.allocator-options="none" \
    org.pykiln.knob.allocator-use="preload" \
    org.pykiln.knob.architecture="amd64" \
    org.pykiln.knob.base="debian:trixie-slim" \
    org.pykiln.knob.base-image="default" \
    org.pykiln.knob.bolt="on" \
    org.pykiln.knob.compiler="clang-19" \
    org.pykiln.knob.docstrings="on" \
    org.pykiln.knob.frame-pointers="off" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="none" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="static" \
    org.pykiln.knob.lto="full" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-O3" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="on" \
    org.pykiln.knob.pgo-jobs="2" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="off" \
    org.pykiln.knob.pip="bundled" \
    org.pykiln.knob.pyc="keep" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.14.6" \
    org.pykiln.knob.safety="off" \
    org.pykiln.knob.source-verification="sha256" \
    org.pykiln.knob.stack-protector="plain" \
    org.pykiln.knob.strip="off" \
    org.pykiln.knob.system-expat="off" \
    org.pykiln.knob.system-libmpdec="default" \
    org.pykiln.knob.tail-call="on" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="cc23465e96f916064d0049f876bd901b31b6deed5efac2983325e1bf958c698a"
CMD ["python3"]
