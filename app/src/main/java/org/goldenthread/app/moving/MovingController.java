package org.goldenthread.app.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.DroppedNames;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Importing the mirror, its check list, the cut-over and the way back. */
@Controller
class MovingController {

    private final Pages pages;
    private final CutOver cutOver;
    private final Records records;
    private final Path home;

    MovingController(Pages pages, CutOver cutOver, Records records, @Value("${goldenthread.home}") Path home) {
        this.pages = pages;
        this.cutOver = cutOver;
        this.records = records;
        this.home = home;
    }

    @GetMapping("/moving-in")
    View show() {
        return page("");
    }

    @PostMapping("/moving-in")
    View importFiles(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "") String asAt)
            throws IOException {
        List<MultipartFile> given = file == null
                ? List.of()
                : file.stream().filter(each -> !each.isEmpty()).toList();
        LocalDate day = DateText.read(asAt).date().orElse(null);
        if (given.isEmpty() || day == null) {
            return page("Choose the files, and enter the day as at which they were taken, like 31/3/2024");
        }
        // They tell of real children, and so are in the data folder only while they are read.
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("dropped")), "moving-in-");
        try {
            List<Path> kept = new ArrayList<>();
            for (MultipartFile each : given) {
                String name = DroppedNames.plain(each.getOriginalFilename());
                if (!name.isEmpty()) {
                    Path place = Files.createDirectories(folder.resolve(String.valueOf(kept.size())))
                            .resolve(name);
                    each.transferTo(place);
                    kept.add(place);
                }
            }
            return done(() -> cutOver.importFiles(kept, day));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @PostMapping("/moving-in/match")
    View match(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String same) {
        if (!same.equals("yes") && !same.equals("no")) {
            return page("Say whether it is the same child");
        }
        return done(() -> cutOver.decide(number, same.equals("yes")));
    }

    @PostMapping("/moving-in/cut-over")
    View cutOver(@RequestParam(defaultValue = "") String on) {
        LocalDate day = DateText.read(on).date().orElse(null);
        return day == null
                ? page("Enter the day of the cut-over as a date, like 31/3/2024")
                : done(() -> cutOver.cutOver(day));
    }

    @PostMapping("/moving-in/back")
    View takeBack(@RequestParam(defaultValue = "") String reason) {
        return done(() -> cutOver.takeBack(reason));
    }

    private View done(Runnable work) {
        try {
            work.run();
            return new RedirectView("/moving-in");
        } catch (CutOver.RefusedCutOverException refused) {
            return page(String.valueOf(refused.getMessage()));
        }
    }

    private View page(String problem) {
        return pages.of("moving-in", "Moving in: children looked after")
                .with(new MovingPage(cutOver.check(), problem, Words.day(records.today())));
    }
}
