package org.goldenthread.returns.write.daily;

/**
 * One child as the daily collection takes the child.
 *
 * @param person the child's pseudonym in the snapshot
 * @param id the council's own identifier of the child, which the collection knows the child by
 * @param json the object of the schema, in its canonical form: the same content is always the same text
 */
public record DailyChild(String person, String id, String json) {
    /** Tells the pseudonym alone, so that whoever logs it logs neither the identifier nor what is said of the child. */
    @Override
    public String toString() {
        return person;
    }
}
