package org.pykiln.engine;

import java.lang.ProcessHandle.Info;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/// The process to which a container belongs, written into its label. A process id alone would be
/// taken over by a later process, so the start time stands with it.
///
/// @param startMillis start of the process in milliseconds of the epoch; 0 when the system hides it
public record Owner(String host, long pid, long startMillis) {
    /// Systems reckon the start of a process from the time of day, which is set now and then;
    /// within this, no later process gets the same id.
    private static final long CLOCK_STEP_MILLIS = 5 * 60_000L;

    public static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(hostName(), self.pid(), startOf(self));
    }

    /// Reads what [#label] wrote; empty when the text is not that.
    public static Optional<Owner> parse(String label) {
        String[] parts = label.split("\\|", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException notAnOwner) {
            return Optional.empty();
        }
    }

    public String label() {
        return host + "|" + pid + "|" + startMillis;
    }

    /// Whether the process certainly ended. A process of another host may live: nobody here can
    /// tell.
    public boolean isGone() {
        if (!host.equals(hostName())) {
            return false;
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::mayBe).isEmpty();
    }

    private boolean mayBe(ProcessHandle process) {
        long start = startOf(process);
        return startMillis == 0 || start == 0 || Math.abs(start - startMillis) <= CLOCK_STEP_MILLIS;
    }

    private static long startOf(ProcessHandle process) {
        Info info = process.info();
        return info.startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('|', '-');
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
