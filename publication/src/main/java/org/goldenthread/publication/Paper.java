package org.goldenthread.publication;

/** The size of paper, always landscape, that a document is set out for. */
public enum Paper {
    A4(297, 210),
    A3(420, 297);

    private final int widthInMillimetres;
    private final int heightInMillimetres;

    Paper(int widthInMillimetres, int heightInMillimetres) {
        this.widthInMillimetres = widthInMillimetres;
        this.heightInMillimetres = heightInMillimetres;
    }

    int widthInMillimetres() {
        return widthInMillimetres;
    }

    int heightInMillimetres() {
        return heightInMillimetres;
    }
}
