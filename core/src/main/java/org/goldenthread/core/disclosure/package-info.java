/**
 * Disclosure control: which small counts of persons may not be shown, and the proof that what is shown does not tell them.
 *
 * <p>What a reader knows is written down as whole-number unknowns and facts about sums of them ({@link
 * org.goldenthread.core.disclosure.Facts}). A number is safe when another set of numbers exists that fits all the same facts and in
 * which it is not small: the search for such a "possible world" is the proof, and the world found is the evidence.
 */
@NullMarked
package org.goldenthread.core.disclosure;

import org.jspecify.annotations.NullMarked;
