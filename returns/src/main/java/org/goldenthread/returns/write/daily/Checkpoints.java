package org.goldenthread.returns.write.daily;

/** Where a sending could be cut off; whoever wants to see it cut off there throws. */
interface Checkpoints {
    Checkpoints NONE = where -> {};

    void reach(String where);
}
