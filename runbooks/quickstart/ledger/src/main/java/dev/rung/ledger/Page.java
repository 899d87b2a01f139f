package dev.rung.ledger;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The one page for people. */
final class Page {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final String STYLE = """
        :root { color-scheme: light dark;
            --line: light-dark(#e3e3e0, #3a3a38); --soft: light-dark(#6b6b66, #a5a5a0);
            --card: light-dark(#fff, #232322); --bad: light-dark(#b3261e, #f2938c); }
        .v1 { --accent: light-dark(#2a6478, #7fc4dc); } .v2 { --accent: light-dark(#6a4a8c, #c6a5ea); }
        * { box-sizing: border-box; }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 0; background: light-dark(#f6f6f3, #191918); }
        header { border-top: 5px solid var(--accent); padding: 1.4rem 2rem .2rem; }
        header, main, footer { max-width: 1180px; margin: auto; }
        h1 { margin: 0; font-size: 1.7rem; color: var(--accent); }
        h2 { margin: 0 0 .6rem; font-size: 1.05rem; }
        header p, footer { color: var(--soft); margin: .2rem 0 0; }
        main { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1.2rem;
            padding: 1rem 2rem; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.2rem;
            align-self: start; overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        td, th { padding: .22rem .5rem .22rem 0; border-bottom: 1px solid var(--line); text-align: left;
            vertical-align: top; }
        th { color: var(--accent); font-weight: 600; padding-top: .7rem; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; }
        .neg { color: var(--bad); } small { color: var(--soft); }
        form { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin-bottom: 1.2rem; }
        form > .wide { grid-column: 1 / 3; }
        input, select, button { font: inherit; padding: .35rem .5rem; border: 1px solid var(--line);
            border-radius: 5px; min-width: 0; }
        button { background: var(--accent); color: light-dark(#fff, #191918); border: 0; cursor: pointer; }
        footer { padding: 0 2rem 2rem; font-size: .9rem; }
        """;

    private final Edition edition;
    private final StringBuilder html = new StringBuilder(16_384);

    Page(Edition edition) {
        this.edition = edition;
    }

    String books(List<Account> accounts, List<Posting> postings, Totals totals) {
        start("");
        add("<header><h1>Ledger</h1><p>", totals.accounts(), " accounts · ");
        add(grouped(Long.toString(totals.postings())), " postings · turnover ");
        add(money(totals.turnover()), "</p></header>\n<main>\n<section><h2>Accounts</h2>\n<table>\n");
        String path = null;
        for (Account account : accounts) {
            if (!account.path().equals(path)) {
                path = account.path();
                add("<tr><th colspan=3>", escape(path.replace("/", " › ")), "</th></tr>\n");
            }
            row(account);
        }
        add("</table></section>\n<section><h2>New posting</h2>\n");
        form(accounts);
        add("<h2>Latest postings</h2>\n<table>\n");
        for (Posting posting : postings) {
            row(posting);
        }
        add("</table></section>\n</main>\n");
        return end();
    }

    /** What is there to see while the database is being migrated. */
    String initializing() {
        start("<meta http-equiv=refresh content=1>");
        add("<header><h1>Ledger</h1><p>is starting and will be back in a moment …</p></header>\n");
        return end();
    }

    String failed(String reason) {
        start("");
        add("<header><h1>Ledger</h1><p class=neg>could not read its books: ", escape(reason));
        add("</p></header>\n");
        return end();
    }

    private void start(String head) {
        add("<!doctype html>\n<html lang=en class=v", edition.version().charAt(0));
        add(">\n<head><meta charset=utf-8><meta name=viewport content=\"width=device-width\">", head);
        add("<title>Ledger ", edition.version(), "</title>\n<style>\n", STYLE);
        add("</style></head>\n<body>\n");
    }

    private String end() {
        add("<footer>Ledger ", edition.version(), " · schema ", edition.schema());
        add("</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void row(Account account) {
        add("<tr><td><small>", escape(account.code()), "</small></td><td>");
        add("<bdi>", escape(account.name()), "</bdi></td>");
        add("<td class=\"n", account.balance().signum() < 0 ? " neg\">" : "\">");
        add(money(account.balance()));
        if (account.currency() != null) {
            add(" <small>", escape(account.currency()), "</small>");
        }
        add("</td></tr>\n");
    }

    private void row(Posting posting) {
        add("<tr><td><bdi>", escape(posting.text()), "</bdi><br><small>");
        add(TIME.format(posting.bookedAt()), " · ", escape(posting.debit()), " ← ");
        add(escape(posting.credit()));
        if (posting.reference() != null && !posting.reference().isEmpty()) {
            add(" · ", escape(posting.reference()));
        }
        add("</small></td><td class=n>", money(posting.amount()), "</td></tr>\n");
    }

    private void form(List<Account> accounts) {
        add("<form method=post action=/postings>\n");
        select("debit", "to (debit)", accounts);
        select("credit", "from (credit)", accounts);
        add("<input class=wide name=text placeholder=\"What for\" required maxlength=400>\n");
        add("<input name=amount placeholder=\"Amount, as 12.34\" required inputmode=decimal>\n");
        add("<button>Post</button>\n</form>\n");
    }

    private void select(String name, String label, List<Account> accounts) {
        add("<select name=", name, " required aria-label=\"", label);
        add("\"><option value=\"\">", label, "</option>\n");
        for (Account account : accounts) {
            add("<option value=\"", escape(account.code()), "\">");
            add(escape(account.code()), ' ', escape(account.name()), "</option>\n");
        }
        add("</select>\n");
    }

    private void add(Object... parts) {
        for (Object part : parts) {
            html.append(part);
        }
    }

    /** 1234567.80 as "1,234,567.80". */
    static String money(BigDecimal amount) {
        String plain = amount.abs().toPlainString();
        int point = plain.indexOf('.');
        return (amount.signum() < 0 ? "−" : "") + grouped(plain.substring(0, point)) + plain.substring(point);
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int index = digits.length() - 3; index > 0; index -= 3) {
            grouped.insert(index, ',');
        }
        return grouped.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
