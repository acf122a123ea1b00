package fr.predice.visio.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import fr.predice.visio.stack.Stack;
import java.text.MessageFormat;
import java.util.stream.Stream;

/** A professional at the computer: signs in, invites, and waits in the room. */
public final class OrganizerAtDesk extends CallPage {
    private final Device device;
    private final TestAccount account;
    private final String server;
    private final String address;

    OrganizerAtDesk(Device device, TestAccount account, Stack stack) {
        this(device, account, stack.address(), stack.publicAddress());
    }

    /**
     * @param server where it answers without a browser
     * @param address where it does to browsers
     */
    public OrganizerAtDesk(Device device, TestAccount account, String server, String address) {
        super(device);
        this.device = device;
        this.account = account;
        this.server = server;
        this.address = address;
    }

    public TestAccount account() {
        return account;
    }

    /**
     * Brings along the session of a sign-in over HTTP, which costs a few seconds less than pages that are looked at.
     */
    public OrganizerAtDesk signIn() {
        return signedIn(new Portal(server, tongue()).signIn(account));
    }

    /** The same, where the code does not come by the demo's mailbox. */
    public OrganizerAtDesk signedIn(Portal portal) {
        device.keep(portal.visitor().cookies(), address);
        open("/pro/visio");
        return this;
    }

    /** Page by page. */
    public OrganizerAtDesk signInByHand() {
        askForCode(Portal.PASSWORD);
        enter(Inbox.of(server).codeFor(account.mobile()));
        page().waitForURL("**/pro/visio");
        return this;
    }

    /** From the invitation's own address, which leads to sign-in and back. */
    public void askForCode(String password) {
        open("/pro/visio");
        field("signin.identifier").fill(account.identifier());
        field("signin.password").fill(password);
        button(tongue().page("signin.send")).click();
    }

    public void enter(String code) {
        field("code.field").fill(code);
        button(tongue().page("code.verify")).click();
    }

    /** Invites and enters the room. */
    public void invite(String number) {
        field("invite.mobile").fill(number);
        button(tongue().page("invite.action")).click();
    }

    /** The same, for a person who reads this language, shown in this way; both as the page words them. */
    public void invite(String number, String language, String display) {
        field("invite.language").selectOption(new SelectOption().setLabel(language));
        field("invite.display").selectOption(new SelectOption().setLabel(display));
        invite(number);
    }

    /** Waits until the room says what to tell a person who reads the same language, whose page has these buttons. */
    public void isToSay(String key, String... buttons) {
        var said = MessageFormat.format(
                tongue().call(key), Stream.of(buttons).map(tongue()::call).toArray());
        assertThat(page().locator(".room-say").getByText(said)).isVisible();
    }

    /** Presses one of the buttons for a person who has no link. */
    public Locator remedy(String key) {
        var region = new GetByRoleOptions().setName(tongue().call("room.remedies"));
        return page().getByRole(AriaRole.REGION, region)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(tongue().call(key)));
    }

    /** The same, through the relay alone. */
    public void inviteWithoutAddresses(String number) {
        field("invite.mobile").fill(number);
        field("invite.relayOnly").check();
        button(tongue().page("invite.action")).click();
    }

    /** Opens the same room in another window of the same browser. */
    public OrganizerAtDesk secondWindow() {
        var second = new OrganizerAtDesk(device, account, server, address);
        second.page().navigate(page().url());
        return second;
    }

    public void open(String path) {
        page().navigate(address + path);
    }

    private Locator field(String key) {
        return page().getByLabel(tongue().page(key), new GetByLabelOptions().setExact(true));
    }
}
