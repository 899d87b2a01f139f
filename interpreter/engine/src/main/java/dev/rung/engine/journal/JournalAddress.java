package dev.rung.engine.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a PostgreSQL is that keeps journals. Says itself without the password, and without whatever else may be secret. */
public final class JournalAddress {
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^/@]*)@)?(?<host>[^/?@]*)/(?<database>[^/?]+)(?:\\?(?<options>.*))?");
    private static final String EXAMPLE = "it is written like jdbc:postgresql://db.example.org:5432/rung?user=rung";
    private static final Pattern SECRET = Pattern.compile(".*(pass|secret|token|key).*");

    /** In seconds: how long a server may take to answer before it counts as not there. */
    private static final Map<String, String> PATIENCE =
            Map.of("connectTimeout", "10", "socketTimeout", "20", "tcpKeepAlive", "true", "ApplicationName", "rung");

    private final String place;
    private final Map<String, String> properties;

    private JournalAddress(String place, Map<String, String> properties) {
        this.place = place;
        this.properties = Map.copyOf(properties);
    }

    /** An address is no address; what is wrong, without what was given: there may be a password in it. */
    public static final class NoAddress extends Exception {
        private static final long serialVersionUID = 1L;

        private NoAddress(String words) {
            super(words);
        }

        /** How one is written. */
        public String help() {
            return EXAMPLE;
        }
    }

    /**
     * @param url as JDBC or as psql has it, with user and password in front of the host, behind the question mark, or not at
     *     all
     * @param password where the URL has none; without one the driver looks into {@code ~/.pgpass}
     * @param user where the URL has none
     */
    public static JournalAddress of(String url, Optional<String> password, String user) throws NoAddress {
        Matcher form = FORM.matcher(url.strip());
        if (!form.matches()) {
            throw new NoAddress("this is no address of a PostgreSQL for journals");
        }
        Map<String, String> properties = new TreeMap<>(PATIENCE);
        properties.put("user", user);
        password.ifPresent(word -> properties.put("password", word));
        for (String option :
                Optional.ofNullable(form.group("options")).orElse("").split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                properties.put(option.substring(0, equals), decoded(option.substring(equals + 1)));
            }
        }
        Optional.ofNullable(form.group("who")).filter(who -> !who.isEmpty()).ifPresent(who -> {
            String[] parts = who.split(":", 2);
            properties.put("user", decoded(parts[0]));
            if (parts.length == 2) {
                properties.put("password", decoded(parts[1]));
            }
        });
        return new JournalAddress("jdbc:postgresql://" + form.group("host") + "/" + form.group("database"), properties);
    }

    private static String decoded(String text) {
        return text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }

    /** Opens a connection; the driver itself is asked, so that no other one is looked for and loaded. */
    public Connection connect() throws SQLException {
        Properties all = new Properties();
        properties.forEach(all::setProperty);
        Driver driver = ServiceLoader.load(Driver.class).stream()
                .filter(offered -> offered.type().getName().startsWith("org.postgresql."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a bug: Rung comes with a driver for PostgreSQL"))
                .get();
        return Optional.ofNullable(driver.connect(place, all))
                .orElseThrow(() -> new SQLException("this is no address of a PostgreSQL", "08001"));
    }

    /** Where it is, and nothing that is nobody's business: host, port and database. */
    public String place() {
        return place;
    }

    /** What did not work, and why, for a person. */
    public String failure(String doing, SQLException failed) {
        return new Failures(this).of(doing, failed).getMessage();
    }

    /** What a person can do about a failure, or empty. */
    public String help(SQLException failed) {
        return new Failures(this).of("", failed).help();
    }

    String user() {
        return properties.get("user");
    }

    String database() {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** What a server or a driver has said, without the secrets that it may repeat. */
    String withoutSecrets(String words) {
        String clean = words;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            boolean secret =
                    SECRET.matcher(property.getKey().toLowerCase(Locale.ROOT)).matches();
            if (secret && property.getValue().length() > 3) {
                clean = clean.replace(property.getValue(), "…");
            }
        }
        return clean;
    }

    @Override
    public String toString() {
        return place;
    }
}
