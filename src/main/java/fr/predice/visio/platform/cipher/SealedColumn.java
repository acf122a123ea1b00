package fr.predice.visio.platform.cipher;

/**
 * Where sealed texts are stored. Each bean of this type is sealed anew when the key changes.
 *
 * @param id the column that names the row
 * @param column of the sealed text
 * @param field its name as {@link RowCipher} was told
 */
public record SealedColumn(String table, String id, String column, String field) {
    @Override
    public String toString() {
        return table + "." + column;
    }
}
