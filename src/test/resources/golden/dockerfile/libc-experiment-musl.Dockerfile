# CPython 3.14.6 on debian:trixie-slim+musl, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.14.6.tar.xz.

FROM debian:trixie-slim AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

RUN set -eux; \
    sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources \
        > /etc/apt/sources.list.d/sources.sources; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        autoconf \
        automake \
        bzip2 \
        gcc \
        libltdl-dev \
        libtool \
        linux-libc-dev \
        make \
        musl-tools \
        ncurses-bin \
        perl \
        pkg-config \
        tcl \
        xz-utils; \
    mkdir /usr/src/musl; \
    cd /usr/src/musl; \
    for name in bzip2 gdbm jemalloc libffi libzstd mpdecimal ncurses openssl readline \
        sqlite3 util-linux xz-utils zlib; do \
    for version in $(apt-cache showsrc --only-source "$name" \
        | sed -n 's/^Version: //p' | sort -ruV); do \
    if apt-get -o APT::Sandbox::User=root source --download-only --tar-only \
        -qq "$name=$version"; then break; fi; \
    done; \
    rm -f ./*.asc; \
    mv "$name"_*.orig.tar.* "$name.tar"; \
    done; \
    rm -rf /var/lib/apt/lists/*; \
    triplet="$(gcc -print-multiarch)"; \
    musl="$(echo "$triplet" | sed s/gnu/musl/)"; \
    ln -s /usr/include/linux /usr/include/asm-generic "/usr/include/$triplet/asm" \
        "/usr/include/$musl"; \
    objcopy --redefine-sym __isoc23_strtol=strtol \
        "$(gcc -print-file-name=libgcov.a)" "/usr/lib/$musl/libgcov.a"

RUN set -eux; \
    triplet="$(gcc -print-multiarch | sed s/gnu/musl/)"; \
    include="/usr/include/$triplet"; \
    lib="/usr/lib/$triplet"; \
    export CC="musl-gcc"; \
    export CFLAGS="-O2 -fPIC"; \
    export MAKEFLAGS="-j$(nproc)"; \
    export PKG_CONFIG_LIBDIR="$lib/pkgconfig"; \
    unpack() { \
        mkdir "/tmp/$1"; \
        cd "/tmp/$1"; \
        tar -xf "/usr/src/musl/$1.tar" --strip-components=1; \
    }; \
    configure() { \
        ./configure --prefix=/usr --includedir="$include" --libdir="$lib" \
            --disable-shared "$@"; \
    }; \
    unpack zlib; \
    ./configure --static --prefix=/usr --includedir="$include" --libdir="$lib"; \
    make install; \
    unpack bzip2; \
    make CC="$CC" CFLAGS="$CFLAGS -D_FILE_OFFSET_BITS=64" libbz2.a; \
    cp libbz2.a "$lib"; \
    cp bzlib.h "$include"; \
    unpack xz-utils; \
    configure --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo \
        --disable-scripts --disable-doc --disable-nls; \
    make install; \
    unpack libzstd; \
    cd lib; \
    make PREFIX=/usr INCLUDEDIR="$include" LIBDIR="$lib" \
        install-static install-includes install-pc; \
    rm -r /tmp/*

RUN set -eux; \
    triplet="$(gcc -print-multiarch | sed s/gnu/musl/)"; \
    include="/usr/include/$triplet"; \
    lib="/usr/lib/$triplet"; \
    export CC="musl-gcc"; \
    export CFLAGS="-O2 -fPIC"; \
    export MAKEFLAGS="-j$(nproc)"; \
    export PKG_CONFIG_LIBDIR="$lib/pkgconfig"; \
    unpack() { \
        mkdir "/tmp/$1"; \
        cd "/tmp/$1"; \
        tar -xf "/usr/src/musl/$1.tar" --strip-components=1; \
    }; \
    configure() { \
        ./configure --prefix=/usr --includedir="$include" --libdir="$lib" \
            --disable-shared "$@"; \
    }; \
    unpack libffi; \
    autoreconf -fi; \
    configure --disable-docs --disable-multi-os-directory; \
    make install; \
    unpack mpdecimal; \
    configure --disable-cxx --disable-doc; \
    make install; \
    unpack util-linux; \
    configure --disable-all-programs --disable-nls --enable-libuuid; \
    make install; \
    unpack sqlite3; \
    ./configure --disable-tcl --disable-readline; \
    make -j1 sqlite3.c; \
    "$CC" $CFLAGS -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE \
        -c sqlite3.c; \
    ar rcs "$lib/libsqlite3.a" sqlite3.o; \
    cp sqlite3.h src/sqlite3ext.h "$include"; \
    rm -r /tmp/*

RUN set -eux; \
    triplet="$(gcc -print-multiarch | sed s/gnu/musl/)"; \
    include="/usr/include/$triplet"; \
    lib="/usr/lib/$triplet"; \
    export CC="musl-gcc"; \
    export CFLAGS="-O2 -fPIC"; \
    export MAKEFLAGS="-j$(nproc)"; \
    export PKG_CONFIG_LIBDIR="$lib/pkgconfig"; \
    unpack() { \
        mkdir "/tmp/$1"; \
        cd "/tmp/$1"; \
        tar -xf "/usr/src/musl/$1.tar" --strip-components=1; \
    }; \
    configure() { \
        ./configure --prefix=/usr --includedir="$include" --libdir="$lib" \
            --disable-shared "$@"; \
    }; \
    unpack ncurses; \
    ./configure --prefix=/usr --includedir="$include/ncursesw" --libdir="$lib" \
        --enable-widec --without-ada --without-cxx --without-cxx-binding --without-debug \
        --without-manpages --without-progs --without-shared --without-tests \
        --disable-db-install \
        --enable-pc-files --with-pkg-config-libdir="$lib/pkgconfig" \
        --with-default-terminfo-dir=/usr/share/terminfo \
        --with-terminfo-dirs=/etc/terminfo:/lib/terminfo:/usr/share/terminfo; \
    make; \
    make install; \
    unpack readline; \
    configure --with-curses; \
    make install; \
    sed -i 's/private: ncurses$/private: ncursesw/' "$lib/pkgconfig/readline.pc"; \
    unpack gdbm; \
    configure --disable-nls --without-readline; \
    make -C src install; \
    rm -r /tmp/*

RUN set -eux; \
    triplet="$(gcc -print-multiarch | sed s/gnu/musl/)"; \
    include="/usr/include/$triplet"; \
    lib="/usr/lib/$triplet"; \
    export CC="musl-gcc"; \
    export CFLAGS="-O2 -fPIC"; \
    export MAKEFLAGS="-j$(nproc)"; \
    export PKG_CONFIG_LIBDIR="$lib/pkgconfig"; \
    unpack() { \
        mkdir "/tmp/$1"; \
        cd "/tmp/$1"; \
        tar -xf "/usr/src/musl/$1.tar" --strip-components=1; \
    }; \
    configure() { \
        ./configure --prefix=/usr --includedir="$include" --libdir="$lib" \
            --disable-shared "$@"; \
    }; \
    page=""; \
    if [ "$(uname -m)" = aarch64 ]; then page="--with-lg-page=16"; fi; \
    unpack jemalloc; \
    configure --disable-cxx $page; \
    make lib/libjemalloc_pic.a; \
    cp lib/libjemalloc_pic.a "$lib/libjemalloc.a"; \
    rm -r /tmp/*

RUN set -eux; \
    triplet="$(gcc -print-multiarch | sed s/gnu/musl/)"; \
    include="/usr/include/$triplet"; \
    lib="/usr/lib/$triplet"; \
    export CC="musl-gcc"; \
    export CFLAGS="-O2 -fPIC"; \
    export MAKEFLAGS="-j$(nproc)"; \
    export PKG_CONFIG_LIBDIR="$lib/pkgconfig"; \
    unpack() { \
        mkdir "/tmp/$1"; \
        cd "/tmp/$1"; \
        tar -xf "/usr/src/musl/$1.tar" --strip-components=1; \
    }; \
    configure() { \
        ./configure --prefix=/usr --includedir="$include" --libdir="$lib" \
            --disable-shared "$@"; \
    }; \
    case "$(dpkg --print-architecture)" in \
    amd64) target="linux-x86_64 enable-ec_nistp_64_gcc_128";; \
    arm64) target="linux-aarch64 enable-ec_nistp_64_gcc_128";; \
    i386) target="linux-x86";; \
    *) exit 1;; \
    esac; \
    unpack openssl; \
    ./Configure $target no-afalgeng no-apps no-docs no-engine no-legacy no-quic no-shared \
        no-tests --prefix=/usr --libdir="${lib#/usr/}" --openssldir=/etc/ssl; \
    make build_libs; \
    make install_dev; \
    mv /usr/include/openssl "$include"; \
    rm -r /tmp/*

WORKDIR /usr/src
COPY Python-3.14.6.tar.xz ./
RUN set -eux; \
    echo "143b1dddefaec3bd2e21e3b839b34a2b7fb9842272883c576420d605e9f30c63 *Python-3.14.6.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.14.6.tar.xz -C python --strip-components=1; \
    cd python; \
    sed -i 's,$($CC --print-multiarch 2>/dev/null),,' configure; \
    if grep -F -- '$CC --print-multiarch' configure; then exit 1; fi; \
    cd ..; \
    rm Python-3.14.6.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="musl-gcc"; \
    export PKG_CONFIG="pkg-config --static"; \
    export PKG_CONFIG_LIBDIR="/usr/lib/$(gcc -print-multiarch | sed s/gnu/musl/)/pkgconfig"; \
    export CFLAGS_NODIST="-O2"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -DTHREAD_STACK_SIZE=0x100000"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --disable-shared \
        --disable-test-modules \
        --with-ensurepip=install \
        --without-system-libmpdec

RUN set -eux; \
    export CC="musl-gcc"; \
    export PKG_CONFIG="pkg-config --static"; \
    export PKG_CONFIG_LIBDIR="/usr/lib/$(gcc -print-multiarch | sed s/gnu/musl/)/pkgconfig"; \
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
    find /usr/local -type f \( -perm /111 -o -name '*.so' \) -exec readelf -d {} \; 2>/dev/null \
        | sed -nE 's/^.*[(]NEEDED[)].*[[](.*)[]]$/\1/p' \
        | sort -u > /tmp/needed; \
    grep -qx 'libc[.]so' /tmp/needed; \
    if grep -Ev '^(libc|libpython3[^/]*)[.]so' /tmp/needed; then exit 1; fi; \
    echo musl > /usr/local/share/pykiln/packages; \
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
    ln -sf certs/ca-certificates.crt /etc/ssl/cert.pem; \
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
    org.pykiln.knob.base="debian:trixie-slim+musl" \
    org.pykiln.knob.base-image="default" \
    org.pykiln.knob.bolt="off" \
    org.pykiln.knob.compiler="gcc" \
    org.pykiln.knob.docstrings="on" \
    org.pykiln.knob.frame-pointers="default" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="none" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="static" \
    org.pykiln.knob.lto="off" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-O2" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="off" \
    org.pykiln.knob.pgo-jobs="1" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="on" \
    org.pykiln.knob.pip="bundled" \
    org.pykiln.knob.pyc="keep" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.14.6" \
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
    org.pykiln.recipe="77423562dfb8bb7c2f3bd192b8086bc637c5dba72203eaf45f7ad08b5fe96a0a"
CMD ["python3"]
