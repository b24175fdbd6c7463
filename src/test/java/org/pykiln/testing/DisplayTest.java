package org.pykiln.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that needs a display with a mouse, because JavaFX's headless one does not do what it
/// looks at. Runs where the environment names one in `DISPLAY`; a virtual one will do.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("display")
@ExtendWith(DisplayCondition.class)
public @interface DisplayTest {}
