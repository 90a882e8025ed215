package org.goldenthread.app.attachments;

/** A file that was looked into and may be kept. */
record Incoming(String name, String mediaType, byte[] content) {

    static Incoming of(String sentName, byte[] content) throws FileRefusedException {
        FileKind kind = FileCheck.inspect(content);
        return new Incoming(kind.name(sentName), kind.mediaType(), content);
    }
}
