package org.pykiln.recipe;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;

/// One thing that can be chosen, whole: what it is, which values it has, when they are allowed,
/// what they add to the build, and how they are proven in the image. Everything that shows, reads,
/// writes or compares recipes is derived from this.
///
/// @param <V> immutable, with `equals` by value
public interface Knob<V> {
    Description<V> description();

    /// What the rules of this knob say of the whole recipe.
    default List<Finding> check(Recipe recipe) {
        return List.of();
    }

    void contribute(Recipe recipe, Contributions plan);

    /// Empty only where nothing can be seen from inside the image.
    List<Proof> prove(Recipe recipe);

    default String id() {
        return description().id();
    }

    default String label() {
        return description().label();
    }

    default Group group() {
        return description().group();
    }

    default Domain<V> domain() {
        return description().domain();
    }

    default V defaultValue() {
        return description().defaultValue();
    }

    default Explanation explain() {
        return description().explanation();
    }
}
