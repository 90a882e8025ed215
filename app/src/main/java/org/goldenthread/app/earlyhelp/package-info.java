/**
 * Early help: support for a family as soon as a problem emerges, with their consent and below the threshold of social care (Children Act 2004,
 * section 10; Working Together to Safeguard Children). Those who give it see these records and not the social care file.
 */
@NullMarked
package org.goldenthread.app.earlyhelp;

import org.jspecify.annotations.NullMarked;
