package dev.rung.driver.link;

import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Tree;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What would keep a release from being staged or the link from being pointed to it. */
record LinkPreflight(String name, Path link, Releases releases, Surroundings surroundings) {
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            troubles.add(new Trouble("the link of `" + name + "` is not there: " + link, "check `path`"));
        } else if (!Files.isSymbolicLink(link)) {
            troubles.add(new Trouble(
                    link + " of `" + name + "` is no symbolic link",
                    "move that folder among the releases and make " + link
                            + " a link to it; or use the driver `directory`"));
        } else if (!Files.isDirectory(link)) {
            troubles.add(new Trouble(
                    "the link " + link + " of `" + name + "` leads to no folder", "point it to the release in use"));
        }
        if (!Files.isDirectory(releases.folder())) {
            troubles.add(new Trouble(
                    "the folder of the releases of `" + name + "` is not there: " + releases.folder(),
                    "check `releases`"));
        }
        for (Path folder : List.of(link.getParent(), releases.folder())) {
            if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
                troubles.add(new Trouble(
                        "the folder " + folder + " cannot be written, so `" + name + "` cannot be changed over",
                        "run as a user who may write there"));
            }
        }
        if (troubles.isEmpty()) {
            space(troubles);
        }
        return troubles.stream().distinct().toList();
    }

    /** Nobody knows how large what is not here yet will be; the next release is about as large as this one. */
    private void space(List<Trouble> troubles) {
        try {
            long needed = new Tree(link.toRealPath(), Excluded.of(List.of())).size();
            long free = Files.getFileStore(releases.folder()).getUsableSpace();
            if (free < needed) {
                troubles.add(new Trouble(
                        "there is too little room in " + releases.folder() + " for another release of `" + name + "`: "
                                + new Value.Size(free).shown() + " free, and the one in use takes "
                                + new Value.Size(needed).shown(),
                        "make room there: folders of releases that no backup leads back to may be removed"));
            }
        } catch (IOException failed) {
            troubles.add(Troubles.of("look at `" + name + "`", failed));
        }
    }
}
