package org.goldenthread.measures.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of a folder on the class path, so that one more measure is one more file and no list to keep. */
final class ResourceFolder {

    private ResourceFolder() {}

    /** Texts by file name, in the order of the names. */
    static Map<String, String> read(String folder, String ending) {
        ClassLoader loader = ResourceFolder.class.getClassLoader();
        if (loader == null) {
            throw new IllegalStateException("The measures have no class loader to be read through.");
        }
        Map<String, String> texts = new TreeMap<>();
        try {
            Enumeration<URL> places = loader.getResources(folder);
            while (places.hasMoreElements()) {
                URL place = places.nextElement();
                if (place.openConnection() instanceof JarURLConnection jar) {
                    readJar(jar, folder, ending, texts);
                } else {
                    readFolder(Path.of(place.toURI()), ending, texts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The measures in " + folder + " cannot be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The measures in " + folder + " cannot be found.", e);
        }
        return texts;
    }

    private static void readJar(JarURLConnection connection, String folder, String ending, Map<String, String> texts)
            throws IOException {
        JarFile jar = connection.getJarFile();
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith(folder) && name.endsWith(ending)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(name.substring(folder.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void readFolder(Path folder, String ending, Map<String, String> texts) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(ending)) {
                texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }
}
