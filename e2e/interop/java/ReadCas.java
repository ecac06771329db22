import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.json.jsoncas2.JsonCas2Deserializer;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Reads CAS files with UIMA's own code and prints what stands in them: ReadCas xmi|json FOLDER NAME… */
public class ReadCas {
  public static void main(String[] args) throws Exception {
    File folder = new File(args[1]);
    try (JsonGenerator out = new JsonMapper().createGenerator(System.out)) {
      out.writeStartArray();
      for (int at = 2; at < args.length; at++) print(args[at], read(args[0], folder, args[at]), out);
      out.writeEndArray();
    }
  }

  private static CAS read(String kind, File folder, String name) throws Exception {
    File file = new File(folder, name + "." + kind);
    boolean json = kind.equals("json");
    CAS cas = CasCreationUtils.createCas(json ? typesWithin(file) : typesBeside(file), null, null);
    try (InputStream in = new FileInputStream(file)) {
      if (json) new JsonCas2Deserializer().deserialize(in, cas);
      else XmiCasDeserializer.deserialize(in, cas);
    }
    return cas;
  }

  private static TypeSystemDescription typesBeside(File file) throws Exception {
    XMLInputSource source = new XMLInputSource(new File(file.getParentFile(), "TypeSystem.xml"));
    return UIMAFramework.getXMLParser().parseTypeSystemDescription(source);
  }

  /** The deserializer fills a CAS that knows the types; it does not take them from the file, so that is done here. */
  private static TypeSystemDescription typesWithin(File file) throws IOException {
    TypeSystemDescription types = UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
    for (JsonNode told : new JsonMapper().readTree(file).get("%TYPES")) {
      TypeDescription type = types.addType(told.get("%NAME").asText(), null, told.get("%SUPER_TYPE").asText());
      for (JsonNode feature : told) {
        if (!feature.isObject()) continue;
        JsonNode elements = feature.get("%ELEMENT_TYPE");
        String of = elements == null ? null : elements.asText();
        type.addFeature(feature.get("%NAME").asText(), null, feature.get("%RANGE").asText(), of, null);
      }
    }
    return types;
  }

  private static void print(String name, CAS cas, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("article", name);
    out.writeStringField("text", cas.getDocumentText() == null ? "" : cas.getDocumentText());
    out.writeArrayFieldStart("annotations");
    for (AnnotationFS each : cas.getAnnotationIndex()) {
      out.writeStartObject();
      place(each, out);
      Feature id = each.getType().getFeatureByBaseName("marginaliaId");
      if (id != null) out.writeStringField("id", each.getStringValue(id));
      out.writeArrayFieldStart("links");
      for (Feature feature : each.getType().getFeatures()) links(each, feature, out);
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Passages in a slot of an annotation, with the role that the link tells. */
  private static void links(AnnotationFS each, Feature feature, JsonGenerator out) throws IOException {
    if (feature.getRange().isPrimitive() || !(each.getFeatureValue(feature) instanceof ArrayFS<?> slots)) return;
    for (int at = 0; at < slots.size(); at++) {
      FeatureStructure link = slots.get(at);
      Feature target = link.getType().getFeatureByBaseName("target");
      Feature role = link.getType().getFeatureByBaseName("role");
      if (target == null || !(link.getFeatureValue(target) instanceof AnnotationFS passage)) continue;
      out.writeStartObject();
      out.writeStringField("role", link.getStringValue(role));
      place(passage, out);
      out.writeEndObject();
    }
  }

  private static void place(AnnotationFS each, JsonGenerator out) throws IOException {
    out.writeStringField("type", each.getType().getName());
    out.writeNumberField("begin", each.getBegin());
    out.writeNumberField("end", each.getEnd());
    out.writeStringField("covered", each.getCoveredText());
  }
}
