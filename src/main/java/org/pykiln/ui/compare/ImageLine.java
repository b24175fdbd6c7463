package org.pykiln.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pykiln.report.Digits;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.Comparison;
import org.pykiln.stats.RatioEstimate;
import org.pykiln.ui.common.ImageServices.Proven;
import org.pykiln.ui.common.ResultServices.Built;
import org.pykiln.ui.common.ResultServices.ImageDetail;
import org.pykiln.ui.common.ResultServices.Results;
import org.pykiln.ui.common.ResultServices.Setting;
import org.pykiln.ui.common.Texts;

/// What is known of one image beside its times.
///
/// @param settings of the knobs in which the images differ
/// @param memory geometric mean of its peak memory against the baseline's
/// @param good whether its proofs hold; null when nothing is known
public record ImageLine(
        String name,
        List<Setting> settings,
        Optional<Built> built,
        String memory,
        String proofs,
        @Nullable Boolean good) {
    private static final String UNKNOWN = "–";

    static List<ImageLine> of(Results results) {
        return results.details().stream().map(detail -> of(results, detail)).toList();
    }

    private static ImageLine of(Results results, ImageDetail detail) {
        List<Proven> proofs = detail.proofs();
        long holding = proofs.stream().filter(Proven::holds).count();
        boolean known = !proofs.isEmpty();
        return new ImageLine(
                detail.name(),
                detail.settings(),
                detail.built(),
                results.charts()
                        .memory()
                        .map(memory -> memory(memory, detail.name()))
                        .orElse(UNKNOWN),
                known ? Texts.proofs(holding, proofs.size()) : "no proofs known",
                known ? holding == proofs.size() : null);
    }

    private static String memory(Comparison memory, String name) {
        if (name.equals(memory.baseline())) {
            return "the baseline";
        }
        Digits digits = Digits.of(memory);
        return memory.candidates().stream()
                .filter(candidate -> candidate.name().equals(name))
                .map(CandidateComparison::geomean)
                .map(estimate -> text(digits, estimate))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String text(Digits digits, RatioEstimate estimate) {
        return digits.ratio(estimate.ratio()) + " " + digits.interval(estimate.interval());
    }

    /// The value of a knob; empty where it is not known.
    String value(String knob) {
        return settings.stream()
                .filter(setting -> setting.knob().equals(knob))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    double bytes() {
        return built.map(one -> (double) one.bytes()).orElse(Double.NaN);
    }

    String size() {
        return built.map(one -> Texts.bytes(one.bytes())).orElse(UNKNOWN);
    }

    double seconds() {
        return built.map(one -> (double) one.duration().toSeconds()).orElse(Double.NaN);
    }

    /// Of a build that mostly came from the engine's cache the time says nothing.
    String time() {
        return built.map(one -> one.mostlyCached() ? "from cache" : Texts.clock(one.duration()))
                .orElse(UNKNOWN);
    }

    /// All of it in one line.
    public String text() {
        List<String> parts = new ArrayList<>();
        settings.forEach(setting -> parts.add(setting.knob() + " " + setting.value()));
        built.ifPresent(one -> {
            parts.add(size());
            parts.add(one.mostlyCached() ? "built from cache" : "built in " + time());
        });
        parts.add(proofs);
        return String.join(" · ", parts);
    }
}
