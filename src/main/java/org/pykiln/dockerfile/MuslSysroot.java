package org.pykiln.dockerfile;

import java.util.List;
import java.util.stream.Stream;

/// What Debian lacks for musl: the libraries that CPython needs, compiled from Debian's source
/// packages into the folders in which `musl-gcc` looks by itself.
///
/// They are static, and position-independent so that extension modules can hold them. All recipes
/// get all of them: the scripts depend on nothing, so an engine runs them once for all recipes. Of
/// a source package only upstream's archive is taken, which apt verifies; Debian's changes to it
/// are for its own build.
final class MuslSysroot {
    private static final String PACKAGES =
            """
            sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources
                > /etc/apt/sources.list.d/sources.sources;
            apt-get update;
            apt-get install -y --no-install-recommends
                autoconf
                automake
                bzip2
                gcc
                libltdl-dev
                libtool
                linux-libc-dev
                make
                musl-tools
                ncurses-bin
                perl
                pkg-config
                tcl
                xz-utils;
            """;

    /// A mirror may list a version whose archive it no longer has, so the next older one is tried.
    private static final String SOURCES =
            """
            mkdir /usr/src/musl;
            cd /usr/src/musl;
            for name in bzip2 gdbm jemalloc libffi libzstd mpdecimal ncurses openssl readline
                sqlite3 util-linux xz-utils zlib; do
            for version in $(apt-cache showsrc --only-source "$name"
                | sed -n 's/^Version: //p' | sort -ruV); do
            if apt-get -o APT::Sandbox::User=root source --download-only --tar-only
                -qq "$name=$version"; then break; fi;
            done;
            rm -f ./*.asc;
            mv "$name"_*.orig.tar.* "$name.tar";
            done;
            """;

    /// musl comes without the kernel's headers. GCC's library of profiles calls a function by the
    /// name that it has in glibc alone.
    private static final String ADAPTED =
            """
            triplet="$(gcc -print-multiarch)";
            musl="$(echo "$triplet" | sed s/gnu/musl/)";
            ln -s /usr/include/linux /usr/include/asm-generic "/usr/include/$triplet/asm"
                "/usr/include/$musl";
            objcopy --redefine-sym __isoc23_strtol=strtol
                "$(gcc -print-file-name=libgcov.a)" "/usr/lib/$musl/libgcov.a"
            """;

    /// Begins every script that compiles.
    private static final String SETTINGS =
            """
            triplet="$(gcc -print-multiarch | sed s/gnu/musl/)";
            include="/usr/include/$triplet";
            lib="/usr/lib/$triplet";
            export CC="musl-gcc";
            export CFLAGS="-O2 -fPIC";
            export MAKEFLAGS="-j$(nproc)";
            export PKG_CONFIG_LIBDIR="$lib/pkgconfig";
            unpack() {
                mkdir "/tmp/$1";
                cd "/tmp/$1";
                tar -xf "/usr/src/musl/$1.tar" --strip-components=1;
            };
            configure() {
                ./configure --prefix=/usr --includedir="$include" --libdir="$lib"
                    --disable-shared "$@";
            };
            """;

    private static final String COMPRESSION =
            """
            unpack zlib;
            ./configure --static --prefix=/usr --includedir="$include" --libdir="$lib";
            make install;
            unpack bzip2;
            make CC="$CC" CFLAGS="$CFLAGS -D_FILE_OFFSET_BITS=64" libbz2.a;
            cp libbz2.a "$lib";
            cp bzlib.h "$include";
            unpack xz-utils;
            configure --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo
                --disable-scripts --disable-doc --disable-nls;
            make install;
            unpack libzstd;
            cd lib;
            make PREFIX=/usr INCLUDEDIR="$include" LIBDIR="$lib"
                install-static install-includes install-pc;
            """;

    private static final String DATA =
            """
            unpack libffi;
            autoreconf -fi;
            configure --disable-docs --disable-multi-os-directory;
            make install;
            unpack mpdecimal;
            configure --disable-cxx --disable-doc;
            make install;
            unpack util-linux;
            configure --disable-all-programs --disable-nls --enable-libuuid;
            make install;
            unpack sqlite3;
            ./configure --disable-tcl --disable-readline;
            make -j1 sqlite3.c;
            "$CC" $CFLAGS -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE
                -c sqlite3.c;
            ar rcs "$lib/libsqlite3.a" sqlite3.o;
            cp sqlite3.h src/sqlite3ext.h "$include";
            """;

    /// Debian keeps its descriptions of terminals in two folders.
    private static final String TERMINAL =
            """
            unpack ncurses;
            ./configure --prefix=/usr --includedir="$include/ncursesw" --libdir="$lib"
                --enable-widec --without-ada --without-cxx --without-cxx-binding --without-debug
                --without-manpages --without-progs --without-shared --without-tests
                --disable-db-install
                --enable-pc-files --with-pkg-config-libdir="$lib/pkgconfig"
                --with-default-terminfo-dir=/usr/share/terminfo
                --with-terminfo-dirs=/etc/terminfo:/lib/terminfo:/usr/share/terminfo;
            make;
            make install;
            unpack readline;
            configure --with-curses;
            make install;
            sed -i 's/private: ncurses$/private: ncursesw/' "$lib/pkgconfig/readline.pc";
            unpack gdbm;
            configure --disable-nls --without-readline;
            make -C src install;
            """;

    /// Some kernels of 64-bit ARM have pages of 64 KiB, and jemalloc has to know when it is
    /// compiled.
    private static final String JEMALLOC =
            """
            page="";
            if [ "$(uname -m)" = aarch64 ]; then page="--with-lg-page=16"; fi;
            unpack jemalloc;
            configure --disable-cxx $page;
            make lib/libjemalloc_pic.a;
            cp lib/libjemalloc_pic.a "$lib/libjemalloc.a";
            """;

    private static final String OPENSSL =
            """
            case "$(dpkg --print-architecture)" in
            amd64) target="linux-x86_64 enable-ec_nistp_64_gcc_128";;
            arm64) target="linux-aarch64 enable-ec_nistp_64_gcc_128";;
            i386) target="linux-x86";;
            *) exit 1;;
            esac;
            unpack openssl;
            ./Configure $target no-afalgeng no-apps no-docs no-engine no-legacy no-quic no-shared
                no-tests --prefix=/usr --libdir="${lib#/usr/}" --openssldir=/etc/ssl;
            make build_libs;
            make install_dev;
            mv /usr/include/openssl "$include";
            """;

    private MuslSysroot() {}

    static Sysroot scripts() {
        return new Sysroot(
                lines(PACKAGES + SOURCES),
                lines(ADAPTED),
                Stream.of(COMPRESSION, DATA, TERMINAL, JEMALLOC, OPENSSL)
                        .map(library -> lines(SETTINGS + library + "rm -r /tmp/*"))
                        .toList());
    }

    private static List<Line> lines(String script) {
        return script.lines().map(Line::plain).toList();
    }
}
