package fr.predice.visio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.stream.Stream;

/** The house's rules. Who may import whom is the table below. */
@AnalyzeClasses(packages = "fr.predice.visio", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule importsFollowTheTable = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy("fr.predice.visio.platform..")
            .layer("audit")
            .definedBy("fr.predice.visio.audit..")
            .layer("messaging")
            .definedBy("fr.predice.visio.messaging..")
            .layer("account")
            .definedBy("fr.predice.visio.account..")
            .layer("signin")
            .definedBy("fr.predice.visio.signin..")
            .layer("invitation")
            .definedBy("fr.predice.visio.invitation..")
            .layer("call")
            .definedBy("fr.predice.visio.call..")
            .layer("figures")
            .definedBy("fr.predice.visio.figures..")
            .layer("verification")
            .definedBy("fr.predice.visio.verification..")
            .layer("portal")
            .definedBy("fr.predice.visio.portal..")
            .layer("admin")
            .definedBy("fr.predice.visio.admin..")
            .layer("demo")
            .definedBy("fr.predice.visio.demo..")
            .layer("watch")
            .definedBy("fr.predice.visio.watch..")
            .whereLayer("watch")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portal")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("admin")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("figures")
            .mayOnlyBeAccessedByLayers("admin")
            .whereLayer("verification")
            .mayOnlyBeAccessedByLayers("admin")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("verification", "portal", "watch")
            .whereLayer("invitation")
            .mayOnlyBeAccessedByLayers("call", "admin", "portal")
            .whereLayer("signin")
            .mayOnlyBeAccessedByLayers("admin", "portal")
            .whereLayer("account")
            .mayOnlyBeAccessedByLayers(
                    "signin", "invitation", "figures", "verification", "admin", "portal", "watch", "demo")
            .whereLayer("messaging")
            .mayOnlyBeAccessedByLayers(
                    "account", "signin", "invitation", "verification", "admin", "portal", "watch", "demo")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers(
                    "messaging",
                    "account",
                    "signin",
                    "invitation",
                    "call",
                    "figures",
                    "verification",
                    "admin",
                    "portal",
                    "watch");

    @ArchTest
    static final ArchRule featuresHaveNoCycle =
            slices().matching("fr.predice.visio.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("fr.predice.visio.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlySignalingKnowsWebSocket = noClasses()
            .that()
            .resideOutsideOfPackage("fr.predice.visio.call.signaling")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule roomsAreRulesAlone = noClasses()
            .that()
            .resideInAPackage("fr.predice.visio.call.room")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta..", "fr.predice.visio.platform..", "java.net..", "java.io.."));

    @ArchTest
    static final ArchRule theSocketNeverTouchesTables = noClasses()
            .that()
            .resideInAPackage("fr.predice.visio.call.signaling")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence.."));

    @ArchTest
    static final ArchRule facesStaysInPages = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Page")
            .and()
            .resideOutsideOfPackage("fr.predice.visio.platform.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule pagesAskServices = noClasses()
            .that()
            .haveSimpleNameEndingWith("Page")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule namesAreTheTrades =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils|DTO)");

    /** But the commands of the console. */
    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "fr.predice.visio.platform.check",
                    "fr.predice.visio.verification.console",
                    "fr.predice.visio.signin.cps.console")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule statelessBeansKeepNothing = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .areNotStatic()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext");

    /** Payara calls enterprise beans through proxies of another module, which see nothing else. */
    @ArchTest
    static final ArchRule enterpriseBeansSpeakInPublicTypes = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
            .should(new ArchCondition<JavaMethod>("take and give public types alone") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                            .map(JavaClass::getBaseComponentType)
                            .filter(type ->
                                    !type.isPrimitive() && !type.getModifiers().contains(JavaModifier.PUBLIC))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " names " + type.getName())));
                }
            });

    /** Payara looks for what it calls back by its name alone. */
    @ArchTest
    static final ArchRule callbacksOfEnterpriseBeansHaveANameOfTheirOwn = methods()
            .that()
            .areAnnotatedWith(PostConstruct.class)
            .or()
            .areAnnotatedWith(Schedule.class)
            .and()
            .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
            .should(new ArchCondition<JavaMethod>("have a name of their own") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getOwner().getMethods().stream()
                            .filter(other -> other.getName().equals(method.getName()) && !other.equals(method))
                            .forEach(other -> events.add(SimpleConditionEvent.violated(
                                    method, other.getFullName() + " is called in place of " + method.getFullName())));
                }
            });

    @ArchTest
    static final ArchRule publicServicesAreOutsideRooms =
            classes().that().areAnnotatedWith(Stateless.class).should().bePublic();
}
