import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files with veraPDF: one line a file and flavour, then one line for each rule that is broken. */
public final class CheckPdf {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int worst = 0;
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      for (String flavour : arguments[0].split(",")) {
        worst = Math.max(worst, check(Path.of(file), PDFAFlavour.fromString(flavour)));
      }
    }
    System.exit(worst);
  }

  private static int check(Path file, PDFAFlavour flavour) {
    var foundry = Foundries.defaultInstance();
    try (InputStream bytes = Files.newInputStream(file);
        var parser = foundry.createParser(bytes, flavour);
        var validator = foundry.createValidator(flavour, -1, true, false, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> broken = result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .flatMap(CheckPdf::line).distinct().sorted().toList();
      System.out.printf("%s: %s: %s, %d checks, %d rules broken%n", file, flavour,
          result.isCompliant() ? "complies" : "DOES NOT COMPLY", result.getTotalAssertions(), broken.size());
      broken.forEach(System.out::println);
      return result.isCompliant() ? 0 : 1;
    } catch (Exception error) {
      System.out.printf("%s: %s: could not be checked: %s%n", file, flavour, error);
      return 2;
    }
  }

  private static Stream<String> line(TestAssertion one) {
    var rule = one.getRuleId();
    return Stream.of("  " + rule.getClause() + "-" + rule.getTestNumber() + ": " + one.getMessage().replace('\n', ' '));
  }
}
