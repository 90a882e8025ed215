package org.goldenthread.returns.correct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.cin.CensusWork;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinTable;
import org.goldenthread.returns.check.cin.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a census, each record of which has a name that it keeps. Reading and changing a record's fields is done here, for the
 * census nests them in groups of its own.
 */
final class CensusTree {
    private static final String FACTORS = "FactorsIdentifiedAtAssessment";
    private static final String FACTOR = "AssessmentFactors";

    private final Element header;
    private final List<Element> children;
    private final Map<CinTable, TreeMap<Integer, Node>> nodes = new EnumMap<>(CinTable.class);
    private final Map<Element, Node> ofElement = new IdentityHashMap<>();
    /** Every element that ever had a name: one that is put back has it again. */
    private final Map<Element, Node> named = new IdentityHashMap<>();

    private final Map<CinTable, Integer> numbers = new EnumMap<>(CinTable.class);
    private final Map<Element, CensusWork.Made> made = new IdentityHashMap<>();
    private final Map<String, List<Element>> byId = new LinkedHashMap<>();
    private final Map<RowId, Node> removed = new HashMap<>();

    /** A record with where it stands. */
    record Node(
            RowId id,
            CinTable table,
            Element element,
            Element child,
            @Nullable Node holder) {}

    CensusTree(CensusWork work) {
        this.header = work.header();
        this.children = work.children();
        for (CinTable table : CinTable.values()) {
            nodes.put(table, new TreeMap<>());
        }
        put(new Node(take(CinTable.HEADER), CinTable.HEADER, header, header, null));
        for (Element child : children) {
            fillUp(child);
            remake(child);
            name(child);
        }
    }

    /** Modules that a child lacks count as there and empty, so that somebody can fill them in. */
    private static void fillUp(Element child) {
        int place = 0;
        for (String module : List.of("ChildIdentifiers", "ChildCharacteristics")) {
            if (child.list(module).isEmpty()) {
                child.insert(Math.min(place, child.children().size()), new Element(module, 0));
            }
            place++;
        }
        for (Element referral : child.list("CINdetails")) {
            for (Element plan : referral.list("ChildProtectionPlans")) {
                for (Element group : plan.list("Reviews")) {
                    if (group.children().isEmpty()) {
                        group.add(new Element("CPPreviewDate", 0));
                    }
                }
            }
        }
    }

    private void remake(Element child) {
        CensusWork.Made before = made.put(child, CensusWork.make(child));
        if (before != null && before.child().id().equals(id(child))) {
            return;
        }
        if (before != null) {
            List<Element> its = byId.get(before.child().id());
            if (its != null) {
                its.removeIf(one -> one == child);
                if (its.isEmpty()) {
                    byId.remove(before.child().id());
                }
            }
        }
        byId.computeIfAbsent(id(child), any -> new ArrayList<>(1)).add(child);
    }

    private void name(Element child) {
        List<Node> its = new ArrayList<>();
        made(child).records().forEach((row, element) -> {
            CinTable table = (CinTable) row.table();
            if (!isStandIn(table, element)) {
                if (!ofElement.containsKey(element)) {
                    Node once = named.get(element);
                    put(once == null ? new Node(take(table), table, element, child, null) : once);
                }
                its.add(getNode(element));
            }
        });
        // Who holds whom is known once all of them have names.
        for (Node node : its) {
            CinTable wanted = CensusTitles.holder(node.table());
            Element within = wanted == null || node.holder() != null ? null : findHolder(child, node.element(), wanted);
            if (within != null) {
                put(new Node(node.id(), node.table(), node.element(), child, ofElement.get(within)));
            }
        }
    }

    /** The checks see a record of a module that a child lacks; it has no element of its own, only that which should hold it. */
    private static boolean isStandIn(CinTable table, Element element) {
        return element.name().equals("Child")
                || table == CinTable.REVIEWS && element.name().equals("Reviews");
    }

    private @Nullable Element findHolder(Element root, Element wanted, CinTable table) {
        Element holder = null;
        List<Element> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Element next = open.removeLast();
            Node node = ofElement.get(next);
            if (node != null && node.table() == table && holds(next, wanted)) {
                holder = next;
            }
            open.addAll(next.children());
        }
        return holder;
    }

    private static boolean holds(Element within, Element wanted) {
        for (Element one : within.children()) {
            if (one == wanted || holds(one, wanted)) {
                return true;
            }
        }
        return false;
    }

    private RowId take(CinTable table) {
        return new RowId(table.label(), numbers.merge(table, 1, Integer::sum));
    }

    private void put(Node node) {
        of(node.table()).put(node.id().number(), node);
        ofElement.put(node.element(), node);
        named.put(node.element(), node);
    }

    private TreeMap<Integer, Node> of(CinTable table) {
        TreeMap<Integer, Node> known = nodes.get(table);
        if (known == null) {
            throw new IllegalStateException("There is no module " + table);
        }
        return known;
    }

    Element header() {
        return header;
    }

    List<Element> children() {
        return children;
    }

    Iterable<String> ids() {
        return byId.keySet();
    }

    Map<String, List<Element>> byId() {
        return byId;
    }

    CensusWork.Made made(Element child) {
        CensusWork.Made known = made.get(child);
        if (known == null) {
            throw new IllegalStateException("A child of the census is not known.");
        }
        return known;
    }

    private String id(Element child) {
        return made(child).child().id();
    }

    /** Identifier of the child that a record is of; empty for the header. */
    String childOf(Node node) {
        return node.table() == CinTable.HEADER ? "" : id(node.child());
    }

    private Node getNode(Element element) {
        Node node = ofElement.get(element);
        if (node == null) {
            throw new IllegalStateException("A record of the census has no name.");
        }
        return node;
    }

    @Nullable Node find(RowId id) {
        for (CinTable table : CinTable.values()) {
            if (table.label().equals(id.table())) {
                return of(table).get(id.number());
            }
        }
        return null;
    }

    /** The record that a row of the checks was made of; null for one that is in no file. */
    @Nullable RowId idOf(Element child, Row row) {
        Element element = made(child).records().get(row);
        Node node = element == null ? null : ofElement.get(element);
        return node == null ? null : node.id();
    }

    List<Node> list(CinTable table) {
        return List.copyOf(of(table).values());
    }

    RowId next(CinTable table) {
        return new RowId(table.label(), numbers.getOrDefault(table, 0) + 1);
    }

    /** The texts of a record in the order of these fields; empty where blank. */
    List<String> texts(Node node, List<ShownField> fields) {
        return fields.stream().map(field -> text(node, field.name())).toList();
    }

    String text(Node node, String field) {
        if (isValue(node.table())) {
            return node.element().text();
        }
        if (field.equals(FACTOR)) {
            return String.join(
                    ", ", factors(node.element()).stream().map(Element::text).toList());
        }
        Element found = findField(node, field);
        return found == null ? "" : found.text();
    }

    private static boolean isValue(CinTable table) {
        return table == CinTable.DISABILITIES || table == CinTable.REVIEWS;
    }

    private static List<Element> factors(Element assessment) {
        List<Element> all = new ArrayList<>(assessment.list(FACTOR));
        assessment.list(FACTORS).forEach(group -> all.addAll(group.list(FACTOR)));
        return all;
    }

    private static @Nullable Element findField(Node node, String field) {
        List<Element> places = new ArrayList<>(List.of(node.element()));
        if (node.table() == CinTable.HEADER) {
            places.addAll(node.element().children());
        }
        for (Element place : places) {
            List<Element> found = place.list(field);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** Puts a text in; an element that is left without one is taken out. */
    void set(Node node, String field, String text) {
        if (isValue(node.table())) {
            node.element().replaceText(text);
        } else if (field.equals(FACTOR)) {
            setFactors(node.element(), text);
        } else {
            Element found = findField(node, field);
            if (found != null && text.isEmpty()) {
                Element holder = holderOf(node, found);
                holder.remove(found);
            } else if (found != null) {
                found.replaceText(text);
            } else if (!text.isEmpty()) {
                Element made = new Element(field, 0);
                made.replaceText(text);
                groupFor(node, field).add(made);
            }
        }
        if (node.table() != CinTable.HEADER) {
            remake(node.child());
        }
    }

    private static Element holderOf(Node node, Element found) {
        for (Element group : node.element().children()) {
            for (Element one : group.children()) {
                if (one == found) {
                    return group;
                }
            }
        }
        return node.element();
    }

    private static Element groupFor(Node node, String field) {
        if (node.table() != CinTable.HEADER) {
            return node.element();
        }
        String name = List.of(CinField.Collection, CinField.Year, CinField.ReferenceDate).stream()
                        .anyMatch(one -> one.name().equals(field))
                ? "CollectionDetails"
                : "Source";
        List<Element> groups = node.element().list(name);
        if (groups.isEmpty()) {
            Element made = new Element(name, 0);
            node.element().add(made);
            return made;
        }
        return groups.getFirst();
    }

    private static void setFactors(Element assessment, String text) {
        for (Element old : assessment.list(FACTOR)) {
            assessment.remove(old);
        }
        Element group = null;
        for (Element one : assessment.list(FACTORS)) {
            one.list(FACTOR).forEach(one::remove);
            group = group == null ? one : group;
        }
        for (String code : text.split("[,;\\s]+", -1)) {
            if (!code.isEmpty()) {
                if (group == null) {
                    group = new Element(FACTORS, 0);
                    assessment.add(group);
                }
                Element factor = new Element(FACTOR, 0);
                factor.replaceText(code.toUpperCase(Locale.ROOT));
                group.add(factor);
            }
        }
    }

    /** Adds a record, or puts back one that was taken out, whatever else it held. */
    Node add(RowId id, CinTable table, @Nullable Node holder, @Nullable String childId) {
        Node back = removed.remove(id);
        Element element = back == null ? new Element(CensusTitles.element(table), 0) : back.element();
        Element child;
        if (holder != null) {
            child = holder.child();
            insert(group(holder, table), element, id, table);
        } else if (table == CinTable.CHILD_IDENTIFIERS) {
            child = back == null ? new Element("Child", 0) : back.child();
            if (back == null) {
                child.add(new Element("ChildCharacteristics", 0));
            }
            if (back == null || child.children().stream().noneMatch(one -> one == element)) {
                child.insert(0, element);
            }
            children.add(child);
        } else {
            List<Element> its = byId.getOrDefault(childId == null ? "" : childId, List.of());
            if (its.isEmpty()) {
                throw new ConflictException("There is no child " + childId + " in the census.", id, "");
            }
            child = back != null && its.contains(back.child()) ? back.child() : its.getFirst();
            insert(child, element, id, table);
        }
        numbers.merge(table, id.number(), Math::max);
        Node node = new Node(id, table, element, child, holder);
        put(node);
        remake(child);
        name(child);
        return node;
    }

    private static Element group(Node holder, CinTable table) {
        String name = table == CinTable.REVIEWS ? "Reviews" : table == CinTable.DISABILITIES ? "Disabilities" : "";
        if (name.isEmpty()) {
            return holder.element();
        }
        List<Element> groups = holder.element().list(name);
        if (groups.isEmpty()) {
            Element made = new Element(name, 0);
            holder.element().add(made);
            return made;
        }
        return groups.getFirst();
    }

    /** Puts a record before those of its module that have greater numbers, so that one that is put back is where it was. */
    private void insert(Element within, Element element, RowId id, CinTable table) {
        int place = within.children().size();
        for (int one = 0; one < within.children().size(); one++) {
            Node other = ofElement.get(within.children().get(one));
            if (other != null && other.table() == table && other.id().number() > id.number()) {
                place = one;
                break;
            }
        }
        within.insert(place, element);
    }

    void remove(Node node) {
        of(node.table()).remove(node.id().number());
        ofElement.remove(node.element());
        removed.put(node.id(), node);
        if (node.table() == CinTable.CHILD_IDENTIFIERS) {
            Element child = node.child();
            children.removeIf(one -> one == child);
            List<Element> its = byId.get(id(child));
            if (its != null) {
                its.removeIf(one -> one == child);
                if (its.isEmpty()) {
                    byId.remove(id(child));
                }
            }
            made.remove(child);
            heldBy(node).forEach(one -> {
                of(one.table()).remove(one.id().number());
                ofElement.remove(one.element());
            });
            return;
        }
        Element group = parentOf(node.child(), node.element());
        group.remove(node.element());
        Node holder = node.holder();
        if (holder != null && isValue(node.table()) && group.children().isEmpty()) {
            holder.element().remove(group);
        }
        remake(node.child());
    }

    private static Element parentOf(Element root, Element wanted) {
        for (Element one : root.children()) {
            if (one == wanted) {
                return root;
            }
            if (holds(one, wanted)) {
                return parentOf(one, wanted);
            }
        }
        return root;
    }

    /** Whether a record may go by itself: nothing is in what it holds. */
    boolean isBare(Node node) {
        return heldBy(node).stream()
                .allMatch(one -> one.table() == CinTable.CHILD_CHARACTERISTICS
                        && one.element().children().isEmpty());
    }

    /** Records that a record holds, and for a child's identifiers all else of the child. */
    List<Node> heldBy(Node node) {
        List<Node> held = new ArrayList<>();
        for (CinTable table : CinTable.values()) {
            for (Node one : of(table).values()) {
                boolean ofChild = node.table() == CinTable.CHILD_IDENTIFIERS
                        && one.child() == node.child()
                        && !one.id().equals(node.id())
                        && one.table() != CinTable.HEADER;
                if (one.holder() != null && one.holder().id().equals(node.id()) || ofChild) {
                    held.add(one);
                }
            }
        }
        return held;
    }
}
