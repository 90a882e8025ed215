package org.goldenthread.returns.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages XML with one element a line as exports, editors and attackers do. It works on lines, so that what comes out is often well formed. */
final class XmlMutator {
    private static final Pattern LEAF = Pattern.compile("<(\\w+)>([^<]*)</\\1>");
    private static final Pattern OPEN = Pattern.compile("<(\\w+)>");
    private static final List<String> INSERTED = List.of(
            "stray words",
            "<Unknown>Q1</Unknown>",
            "<Unknown><SEX>Q2</SEX><Ethnicity>Q3</Ethnicity></Unknown>",
            "<EPISODE><DECOM>Q4</DECOM></EPISODE>",
            "<SEX>Q5</SEX>",
            "<!-- a comment -->",
            "<?pi do?>",
            "<![CDATA[Q6]]>",
            "&lt;&#65;",
            "&unknown;",
            "<CHILD><HEADER><CHILDID>Q7</CHILDID></HEADER></CHILD>",
            "<Child><ChildIdentifiers><LAchildID>Q8</LAchildID></ChildIdentifiers></Child>",
            "<Children><Child/></Children>",
            "<HEADER><SEX>Q9</SEX></HEADER>",
            "<Header/>",
            "<DOLO_START>Q10</DOLO_START>",
            "<SEX_ADOPTR>Q11</SEX_ADOPTR>",
            "<Reviews><CPPreviewDate>2024-05-09</CPPreviewDate></Reviews>",
            "<CPPreviewDate>2024-05-10</CPPreviewDate>",
            "<AssessmentFactors>Q12<b>Q13</b></AssessmentFactors>",
            "<x:SEX xmlns:x='urn:x'>Q14</x:SEX>",
            "<SEX at='Q15'/>");

    private final RandomGenerator random;

    XmlMutator(RandomGenerator random) {
        this.random = random;
    }

    String mutate(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String head = "";
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int place = random.nextInt(lines.size());
            String line = lines.get(place);
            switch (random.nextInt(16)) {
                case 0 -> lines.remove(place);
                case 1 -> lines.add(place, line);
                case 2, 3, 4 -> lines.add(place, INSERTED.get(random.nextInt(INSERTED.size())));
                case 5 -> lines.set(place, LEAF.matcher(line).replaceAll("<$1>$2<$1>Q16</$1>Q17</$1>"));
                case 6 -> lines.set(place, LEAF.matcher(line).replaceAll("<Renamed>$2</Renamed>"));
                case 7 -> lines.set(place, LEAF.matcher(line).replaceAll("<$1>Q" + random.nextInt(18, 99) + "</$1>"));
                case 8 ->
                    lines.set(
                            place,
                            LEAF.matcher(line).replaceAll("<$1>" + "y".repeat(random.nextInt(12_000)) + "</$1>"));
                case 9 -> lines.set(place, LEAF.matcher(line).replaceAll("<$1>a<!-- b -->c<![CDATA[d]]></$1>"));
                case 10 -> lines.set(place, OPEN.matcher(line).replaceFirst("<$1 at='Q100'>"));
                case 11 ->
                    lines.set(
                            place,
                            LEAF.matcher(line)
                                    .replaceAll(
                                            "<$1 xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>"));
                case 12 -> head = head(head);
                case 13 -> lines.add(place, "<a>".repeat(random.nextInt(1, 3000)));
                case 14 -> swap(lines, place);
                default -> lines.subList(place, lines.size()).clear();
            }
            if (lines.isEmpty()) {
                return head;
            }
        }
        return head + String.join("\n", lines);
    }

    private String head(String before) {
        return switch (random.nextInt(5)) {
            case 0 -> "<?xml version='1.0' encoding='UTF-16'?>";
            case 1 -> "<?xml version='1.0' encoding='windows-1252'?>" + before;
            case 2 -> "<?xml version='1.1'?>" + before;
            case 3 -> "<!DOCTYPE a [<!ENTITY unknown SYSTEM 'file:///etc/hostname'>]>" + before;
            default ->
                "<!DOCTYPE a [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY unknown '&b;&b;&b;&b;'>]>";
        };
    }

    /** Takes a leaf to another place. */
    private void swap(List<String> lines, int place) {
        Matcher leaf = LEAF.matcher(lines.get(place));
        if (leaf.find()) {
            String moved = lines.remove(place);
            lines.add(random.nextInt(lines.size() + 1), moved);
        }
    }
}
