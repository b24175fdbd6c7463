package org.pykiln.ui.build;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.BuildRecord;
import org.pykiln.job.JobState;
import org.pykiln.job.Step;
import org.pykiln.ui.common.ImageServices.BuiltImage;
import org.pykiln.ui.common.JobViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.Texts;

/// One of the list: a job of this run of the window, or a build of an earlier one.
public sealed interface BuildEntry {
    String name();

    JobState state();

    /// Where it is or how it ended, in a few words.
    String line(Instant now);

    List<Step> steps();

    Optional<BuiltImage> image();

    /// What was or is being built; nothing for jobs of another kind.
    Optional<NamedRecipe> recipe();

    /// Empty for jobs of another kind.
    String dockerfile();

    /// Why it failed; empty when it did not.
    String problem();

    /// By which the history knows it.
    Optional<String> id();

    /// A job of this run.
    record Live(JobViewModel job) implements BuildEntry {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public JobState state() {
            return job.state();
        }

        @Override
        public String line(Instant now) {
            return job.line(now);
        }

        @Override
        public List<Step> steps() {
            return job.progress().get().steps();
        }

        @Override
        public Optional<BuiltImage> image() {
            return job.job()
                    .result()
                    .filter(BuiltImage.class::isInstance)
                    .map(BuiltImage.class::cast);
        }

        @Override
        public Optional<NamedRecipe> recipe() {
            return Optional.ofNullable(build()).map(RecordedBuild::recipe);
        }

        @Override
        public String dockerfile() {
            return Optional.ofNullable(build()).map(RecordedBuild::dockerfile).orElse("");
        }

        @Override
        public String problem() {
            return job.job().problem().map(Problem::of).map(Problem::text).orElse("");
        }

        @Override
        public Optional<String> id() {
            return Optional.ofNullable(build()).flatMap(RecordedBuild::id);
        }

        private @Nullable RecordedBuild build() {
            return job.job().work() instanceof RecordedBuild build ? build : null;
        }
    }

    /// A build of an earlier run, or of another window.
    record Past(BuildRecord build) implements BuildEntry {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ROOT)
                        .withZone(ZoneId.systemDefault());

        @Override
        public String name() {
            return "Build " + build.name();
        }

        @Override
        public JobState state() {
            return build.state();
        }

        @Override
        public String line(Instant now) {
            String how = build.state().isEnded() ? build.state().word() : "in another window";
            return build.ended()
                            .map(end -> Texts.clock(Duration.between(build.started(), end)))
                            .map(time -> how + " · " + time)
                            .orElse(how)
                    + " · "
                    + TIME.format(build.started());
        }

        @Override
        public List<Step> steps() {
            return build.steps();
        }

        @Override
        public Optional<BuiltImage> image() {
            return RecordedBuild.image(build);
        }

        @Override
        public Optional<NamedRecipe> recipe() {
            return Optional.of(
                    new NamedRecipe(build.name(), "", build.recipe(), false, Optional.empty()));
        }

        @Override
        public String dockerfile() {
            return build.dockerfile();
        }

        @Override
        public String problem() {
            return build.problem();
        }

        @Override
        public Optional<String> id() {
            return Optional.of(build.id());
        }
    }
}
