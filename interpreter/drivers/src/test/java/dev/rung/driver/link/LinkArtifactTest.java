package dev.rung.driver.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkArtifactTest {
    private static final Version TWO = Version.of("2.0");

    @TempDir
    Path folder;

    private Path link;
    private Artifact tool;

    @BeforeEach
    void install() throws Exception {
        Path first = Files.createDirectories(folder.resolve("opt/tool-1.0"));
        Files.writeString(first.resolve("run"), "one");
        Files.createDirectory(first.resolve("conf"));
        Files.writeString(first.resolve("conf/settings"), "ours");
        link = Files.createSymbolicLink(folder.resolve("opt/current"), Path.of("tool-1.0"));
        release("made/tool-2.0", "two");
        tool = open("path", "opt/current", "keep", List.of("conf"));
    }

    private void release(String name, String run) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("run"), run);
        assertThat(made.resolve("run").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(made.resolve("conf"));
        Files.writeString(made.resolve("conf/settings"), "default");
        Files.createSymbolicLink(made.resolve("alias"), Path.of("run"));
    }

    private Artifact open(Object... arguments) throws Trouble {
        return World.open(Artifact.class, new LinkDriver(), "tool", folder, arguments);
    }

    private void program(String... words) throws Exception {
        assertThat(new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private Staged staged(String source) throws Trouble {
        return tool.stage(TWO, source, Optional.empty(), Progress.NONE);
    }

    private String runs() throws IOException {
        return Files.readString(link.resolve("run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two.tar", "two.tar.gz", "two.tar.bz2", "two.tar.zst"})
    void anArchiveIsUnpackedBesideWithModesAndLinks(String archive) throws Exception {
        String packer = archive.endsWith("bz2") ? "bzip2" : archive.endsWith("zst") ? "zstd" : "gzip";
        Assumptions.assumeTrue(archive.equals("two.tar") || Files.isExecutable(Path.of("/usr/bin/" + packer)), packer);
        program("tar", "-caf", archive, "-C", "made", "tool-2.0");
        String before = tool.inPlace().orElseThrow();
        Staged staged = staged(archive);
        assertThat(tool.inPlace()).contains(before);
        tool.changeOver(staged);
        tool.changeOver(staged);
        assertThat(tool.inPlace()).contains(staged.digest());
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("2.0"));
        assertThat(link.resolve("run")).isExecutable().hasContent("two");
        assertThat(link.resolve("alias")).isSymbolicLink().hasContent("two");
        assertThat(link.resolve("conf/settings")).hasContent("ours");
        tool.putBack(before);
        tool.putBack(before);
        assertThat(runs()).isEqualTo("one");
        assertThat(tool.inPlace()).contains(before);
        assertThat(folder.resolve("opt/2.0/run")).as("the other one stays").exists();
    }

    @Test
    void aZipAndAFolderToo() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("two.zip")))) {
            zip.putNextEntry(new ZipEntry("run"));
            zip.write("zipped".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("lib/inner"));
        }
        tool.changeOver(staged("two.zip"));
        assertThat(runs()).isEqualTo("zipped");
        tool.changeOver(tool.stage(Version.of("3.0"), "made/tool-2.0", Optional.empty(), Progress.NONE));
        assertThat(runs()).isEqualTo("two");
        assertThat(link.resolve("conf/settings")).hasContent("ours");
    }

    @Test
    void whatIsKeptIsTakenAlongAsItIsWhenTheLinkIsPointed() throws Exception {
        Staged staged = staged("made/tool-2.0");
        Files.writeString(link.resolve("conf/settings"), "changed since");
        tool.changeOver(staged);
        assertThat(link.resolve("conf/settings")).hasContent("changed since");
        assertThat(folder.resolve("opt/tool-1.0/conf/settings")).hasContent("changed since");
    }

    /** Whoever was put back starts from its folder: nobody writes it over. */
    @Test
    void aReleaseThatHasRunIsStagedAnewBeside() throws Exception {
        String before = tool.inPlace().orElseThrow();
        Staged first = staged("made/tool-2.0");
        assertThat(staged("made/tool-2.0")).isEqualTo(first);
        tool.changeOver(first);
        Files.writeString(link.resolve("written-by-it"), "log");
        assertThat(tool.inPlace()).as("what it writes makes it no other").contains(first.digest());
        tool.putBack(before);
        assertThatThrownBy(() -> tool.changeOver(first)).hasMessageContaining("somebody has changed");
        tool.changeOver(staged("made/tool-2.0"));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("2.0-2"));
        assertThat(link.resolve("written-by-it")).doesNotExist();
    }

    /** An installer that writes into what is in place is found out, and taken back. */
    @Test
    void anInstallerThatWritesInPlaceIsTakenBackFromTheCopy() throws Exception {
        String before = tool.inPlace().orElseThrow();
        tool.keep();
        tool.keep();
        assertThat(tool.inPlace()).contains(before);
        Files.writeString(link.resolve("run"), "half");
        assertThat(tool.inPlace()).isPresent().isNotEqualTo(Optional.of(before));
        tool.putBack(before);
        assertThat(runs()).isEqualTo("one");
        assertThat(tool.inPlace()).contains(before);
    }

    @Test
    void anEntryThatLeadsOutIsRefused() throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve("evil.tar"));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.putArchiveEntry(link("in", folder.toString()));
            tar.closeArchiveEntry();
            TarArchiveEntry file = new TarArchiveEntry("in/stolen");
            file.setSize(1);
            tar.putArchiveEntry(file);
            tar.write('x');
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> staged("evil.tar")).isInstanceOf(Trouble.class);
        assertThat(folder.resolve("stolen")).doesNotExist();
        try (OutputStream out = Files.newOutputStream(folder.resolve("worse.tar"));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.putArchiveEntry(new TarArchiveEntry("../../stolen"));
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> staged("worse.tar"))
                .hasMessage(
                        "cannot unpack what worse.tar gave for `tool`: its entry ../../stolen leads out of its folder");
    }

    private static TarArchiveEntry link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return entry;
    }

    @Test
    void whatIsNoArchiveOrHasAnotherDigestSaysSo() throws Exception {
        Files.writeString(folder.resolve("page.html"), "<html>not found</html>");
        assertThatThrownBy(() -> staged("page.html"))
                .hasMessage("cannot unpack what page.html gave for `tool`: it is no archive: .tar, .tar.gz, .tar.bz2,"
                        + " .tar.zst and .zip are unpacked");
        assertThatThrownBy(() -> tool.stage(TWO, "page.html", Optional.of("00"), Progress.NONE))
                .hasMessageContaining("but 00 is expected");
        assertThatThrownBy(() -> tool.stage(TWO, "made/tool-2.0", Optional.of("00"), Progress.NONE))
                .hasMessage("the source of `tool` is a folder, " + folder.resolve("made/tool-2.0")
                        + ", and a folder has no sha256");
        assertThatThrownBy(() -> staged("nothing.tar")).hasMessageContaining("is not there");
        assertThat(folder.resolve("opt/2.0")).doesNotExist();
    }

    @Test
    void whatStandsInTheWayIsFoundBeforehand() throws Exception {
        assertThat(tool.preflight()).isEmpty();
        assertThat(open("path", "opt/tool-1.0").preflight())
                .extracting(Trouble::words)
                .containsExactly(folder.resolve("opt/tool-1.0") + " of `tool` is no symbolic link");
        assertThat(open("path", "opt/current", "releases", "elsewhere").preflight())
                .extracting(Trouble::words)
                .containsExactly("the folder of the releases of `tool` is not there: " + folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("opt/lost"), Path.of("nowhere"));
        assertThat(open("path", "opt/lost").preflight())
                .extracting(Trouble::words)
                .containsExactly("the link " + folder.resolve("opt/lost") + " of `tool` leads to no folder");
        assertThatThrownBy(() -> open("path", "opt/current", "keep", List.of("../else")))
                .hasMessage("`link` cannot keep `../else` of `tool`");
    }
}
