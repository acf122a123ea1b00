package fr.predice.visio.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "25006", "58030"})
    void tellsADatabaseThatIsAwayOrFull(String state) {
        assertThat(Outage.isCauseOf(new EJBException(new IllegalStateException(new SQLException("", state)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "40001"})
    void takesNoDefectForAnOutage(String state) {
        assertThat(Outage.isCauseOf(new EJBException(new IllegalStateException(new SQLException("", state)))))
                .isFalse();
    }

    @Test
    void knowsNoOutageWithoutACause() {
        assertThat(Outage.isCauseOf(null)).isFalse();
        assertThat(Outage.isCauseOf(new SQLException())).isFalse();
    }
}
