package org.pykiln.ui.common;

/// All that the window asks of the rest of PyKiln, a port for each of its subjects. `Wiring` fills
/// them with the real services, tests with fakes; a view model is given those it needs.
///
/// Calls that may throw may block too, and [EngineServices#engine], [EngineServices#answers] and
/// [DropServices#kind] may: none of these is made on the window's thread. The others answer at
/// once. A call that fails for a reason that a person can act on throws [ProblemException]; its
/// text is shown as it is.
public record Services(
        PresetServices presets,
        DraftServices drafts,
        DockerfileServices dockerfiles,
        EngineServices engines,
        ImageServices images,
        MeasureServices measuring,
        ResultServices results,
        WindowStates window,
        FirstStepMemory firstSteps,
        SupportServices support,
        SettingsServices settings,
        DropServices drops) {}
