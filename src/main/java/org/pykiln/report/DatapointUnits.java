package org.pykiln.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pykiln.bench.ProcessMean;
import org.pykiln.bench.SessionResult;
import org.pykiln.pyperf.PerfUnit;
import org.pykiln.stats.Interval;
import org.pykiln.stats.Sample;

/// Every unit of one datapoint, image by image: what its spread and its order in time are drawn
/// from.
///
/// @param datapoint its name
/// @param measure what the values count
/// @param rounds whether the units' numbers are rounds of one session; else they only tell the
///   order in a file
/// @param images at least one, in the order in which they are shown
public record DatapointUnits(
        String datapoint, PerfUnit measure, boolean rounds, List<OfImage> images) {

    public DatapointUnits {
        images = List.copyOf(images);
    }

    /// The units of one image.
    ///
    /// @param number index of the image among all that were measured, which tells its sign
    /// @param units at least one; sorted by their rounds here
    /// @param disturbed units of rounds that were measured again, which take part in nothing but
    ///   are shown
    public record OfImage(
            String image, int number, List<ProcessMean> units, List<Disturbed> disturbed) {

        public OfImage {
            units = units.stream().sorted(Comparator.comparingInt(ProcessMean::round)).toList();
            disturbed = List.copyOf(disturbed);
        }

        /// Of which no unit was disturbed.
        public OfImage(String image, int number, List<ProcessMean> units) {
            this(image, number, units, List.of());
        }

        Sign sign() {
            return Sign.of(number);
        }

        Sample sample() {
            return SessionResult.sample(units);
        }

        double mean() {
            return sample().mean();
        }

        Optional<Interval> interval() {
            return sample().interval();
        }

        DoubleStream means() {
            return units.stream().mapToDouble(ProcessMean::mean);
        }
    }

    /// A unit whose round something disturbed.
    ///
    /// @param reason what it was, in words
    public record Disturbed(ProcessMean unit, String reason) {}

    boolean hasDisturbed() {
        return images.stream().anyMatch(image -> !image.disturbed().isEmpty());
    }

    DoubleStream means() {
        return images.stream().flatMapToDouble(OfImage::means);
    }

    /// The unit for all of its numbers.
    Scale scale() {
        return Scale.of(measure, means().max().orElse(1));
    }

    /// What one value is, for the title of an axis.
    String quantity() {
        return "process mean";
    }

    /// What the units are ordered by.
    String order() {
        return rounds ? "round" : "order in the file";
    }
}
