package fr.predice.visio.platform.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What a newer version has done to the tables, as far as this one can know: a migration says by the end of its name
 * which older versions survive it. {@code V12__more_rooms_survived_by_V10.sql} may be there while a version runs whose
 * own newest migration is V10 or V11. One that does not say so is survived by none.
 */
final class NewerMigrations {
    private static final Pattern SURVIVED = Pattern.compile(".*\\bsurvived by V(\\d+)");

    private final MigrationVersion own;
    private final List<MigrationInfo> newer;

    private NewerMigrations(MigrationVersion own, List<MigrationInfo> newer) {
        this.own = own;
        this.newer = newer;
    }

    static NewerMigrations in(MigrationInfoService info) {
        var own = Arrays.stream(info.all())
                .filter(one -> one.getState().isResolved() && one.isVersioned())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        var newer = Arrays.stream(info.all())
                .filter(one -> !one.getState().isResolved() && one.isVersioned())
                .filter(one -> one.getVersion().compareTo(own) > 0)
                .toList();
        return new NewerMigrations(own, newer);
    }

    boolean none() {
        return newer.isEmpty();
    }

    /** @throws SchemaTooNew if this version does not survive one of them */
    void refuseUnlessSurvived() {
        var deadly = newer.stream().filter(one -> !isSurvived(one)).toList();
        if (!deadly.isEmpty()) {
            throw new SchemaTooNew("The database is newer than this version, which knows it up to V" + own
                    + " and cannot work after " + names(deadly)
                    + ": start the newer version, or restore a backup of before"
                    + " (postgresql/LISEZMOI.md)");
        }
    }

    private boolean isSurvived(MigrationInfo migration) {
        var said = SURVIVED.matcher(migration.getDescription());
        return said.matches() && own.isAtLeast(said.group(1));
    }

    private static String names(List<MigrationInfo> migrations) {
        return migrations.stream()
                .map(one -> "V" + one.getVersion() + " (" + one.getDescription() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@code V11 (…), V12 (…)}. */
    @Override
    public String toString() {
        return names(newer);
    }
}
