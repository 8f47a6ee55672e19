package io.foreshock.feed;

import java.util.Map;

/// The namespaces that feeds use, by their usual prefixes.
final class Namespaces {
  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String ATOM_03 = "http://purl.org/atom/ns#";
  static final String RSS_10 = "http://purl.org/rss/1.0/";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";
  static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  static final String MEDIA = "http://search.yahoo.com/mrss/";
  static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static final Map<String, String> USUAL =
      Map.of(
          "atom", ATOM,
          "rdf", RDF,
          "dc", DUBLIN_CORE,
          "dcterms", DUBLIN_CORE_TERMS,
          "content", CONTENT,
          "sy", SYNDICATION,
          "itunes", ITUNES,
          "media", MEDIA,
          "xhtml", XHTML);

  private Namespaces() {}

  /// Whether it is a vocabulary that feeds usually mix in.
  static boolean isKnown(String uri) {
    return USUAL.containsValue(uri) || uri.equals(ATOM_03) || uri.equals(RSS_10);
  }

  /// The namespace that a prefix usually means, else one of its own.
  static String usual(String prefix) {
    return USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix);
  }
}
