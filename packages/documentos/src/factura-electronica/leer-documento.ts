import type {
  DocumentoElectronico,
  ImpuestoDelDocumento,
  RaizDeDocumento,
} from '@autogestion/normas/factura';
import type { XmlElement } from 'libxml2-wasm';
import { hijos, Listado, NS, textoDe, unico } from './elemento.ts';

const ESPACIO_RAIZ = 'urn:oasis:names:specification:ubl:schema:xsd:';
/** The second is that of the samples that the DIAN gave with the annex 1.8. */
const ESPACIOS_DIAN = [
  'dian:gov:co:facturaelectronica:Structures-2-1',
  'http://www.dian.gov.co/contratos/facturaelectronica/v1/Structures',
];
/** The type of a root that does not write it. */
const TIPO_DE_LA_RAIZ: Partial<Record<RaizDeDocumento, string>> = {
  DebitNote: '92',
  ApplicationResponse: '96',
};
const LINEAS: Partial<Record<RaizDeDocumento, { linea: string; cantidad: string; tipo: string }>> = {
  Invoice: { linea: 'InvoiceLine', cantidad: 'InvoicedQuantity', tipo: 'InvoiceTypeCode' },
  CreditNote: { linea: 'CreditNoteLine', cantidad: 'CreditedQuantity', tipo: 'CreditNoteTypeCode' },
  DebitNote: { linea: 'DebitNoteLine', cantidad: 'DebitedQuantity', tipo: 'DebitNoteTypeCode' },
};

/** The root that the document has, or `undefined` when it is none that is known. */
export function raizDe(elemento: XmlElement): RaizDeDocumento | 'AttachedDocument' | undefined {
  return (['Invoice', 'CreditNote', 'DebitNote', 'ApplicationResponse', 'AttachedDocument'] as const).find(
    (r) => elemento.name === r && elemento.namespaceUri === `${ESPACIO_RAIZ}${r}-2`,
  );
}

/** Reads what the document says from the tree that was digested. */
export function leerDocumento(deArriba: XmlElement, raiz: RaizDeDocumento): DocumentoElectronico {
  const elemento = new Listado(deArriba);
  const dato = (nombre: string) => textoDe(unico(elemento, nombre, NS.cbc));
  const forma = LINEAS[raiz];
  const codigo = unico(elemento, 'UUID', NS.cbc);
  const escrito = forma ? dato(forma.tipo) : undefined;
  const evento = raiz === 'ApplicationResponse';
  return {
    raiz,
    tipo: escrito ?? (raiz === 'CreditNote' ? '91' : TIPO_DE_LA_RAIZ[raiz]),
    numero: dato('ID'),
    codigo: textoDe(codigo),
    nombreDelCodigo: codigo?.attr('schemeName')?.value,
    version: dato('UBLVersionID'),
    perfil: dato('ProfileID'),
    ambiente: dato('ProfileExecutionID'),
    fecha: dato('IssueDate'),
    hora: dato('IssueTime'),
    moneda: dato('DocumentCurrencyCode'),
    notas: hijos(elemento, 'Note', NS.cbc).map((n) => textoDe(n) ?? ''),
    lineasDeclaradas: dato('LineCountNumeric'),
    extension: leerExtension(elemento),
    emisor: leerParte(elemento, evento ? 'SenderParty' : 'AccountingSupplierParty'),
    adquirente: leerParte(elemento, evento ? 'ReceiverParty' : 'AccountingCustomerParty'),
    impuestos: leerImpuestos(elemento),
    cargos: hijos(elemento, 'AllowanceCharge', NS.cac).map((c) => ({
      esCargo: textoDe(unico(c, 'ChargeIndicator', NS.cbc)),
      valor: textoDe(unico(c, 'Amount', NS.cbc)),
    })),
    totales: leerTotales(elemento, raiz),
    lineas: forma ? hijos(elemento, forma.linea, NS.cac).map((l) => leerLinea(l, forma.cantidad)) : [],
    pagos: hijos(elemento, 'PaymentMeans', NS.cac).map((m) => ({
      forma: textoDe(unico(m, 'ID', NS.cbc)),
      medio: textoDe(unico(m, 'PaymentMeansCode', NS.cbc)),
    })),
    corrige: leerCorreccion(elemento),
    evento: evento ? leerEvento(elemento) : undefined,
  };
}

function leerExtension(elemento: Listado): DocumentoElectronico['extension'] {
  const grupos = hijos(elemento, 'UBLExtensions', NS.ext)
    .flatMap((e) => hijos(e, 'UBLExtension', NS.ext))
    .flatMap((e) => hijos(e, 'ExtensionContent', NS.ext))
    .flatMap((e) => hijos(e, 'DianExtensions'))
    .filter((e) => ESPACIOS_DIAN.includes(e.namespaceUri));
  const [grupo] = grupos;
  if (!grupo || grupos.length > 1) return undefined;
  const control = unico(grupo, 'InvoiceControl');
  const periodo = unico(control, 'AuthorizationPeriod');
  const numeros = unico(control, 'AuthorizedInvoices');
  return {
    numeracion: control && {
      autorizacion: textoDe(unico(control, 'InvoiceAuthorization')),
      desde: textoDe(unico(periodo, 'StartDate', NS.cbc)),
      hasta: textoDe(unico(periodo, 'EndDate', NS.cbc)),
      prefijo: textoDe(unico(numeros, 'Prefix')),
      primero: textoDe(unico(numeros, 'From')),
      ultimo: textoDe(unico(numeros, 'To')),
    },
    softwareId: textoDe(unico(unico(grupo, 'SoftwareProvider'), 'SoftwareID')),
    codigoDeSeguridad: textoDe(unico(grupo, 'SoftwareSecurityCode')),
    autorizador: textoDe(unico(unico(grupo, 'AuthorizationProvider'), 'AuthorizationProviderID')),
    qr: textoDe(unico(grupo, 'QRCode')),
  };
}

function leerParte(elemento: Listado, nombre: string): DocumentoElectronico['emisor'] {
  const grupo = unico(elemento, nombre, NS.cac);
  if (!grupo) return undefined;
  const parte = unico(grupo, 'Party', NS.cac) ?? grupo;
  const tributario = unico(parte, 'PartyTaxScheme', NS.cac);
  const numero =
    unico(tributario, 'CompanyID', NS.cbc) ??
    unico(unico(parte, 'PartyIdentification', NS.cac), 'ID', NS.cbc) ??
    unico(unico(parte, 'PartyLegalEntity', NS.cac), 'CompanyID', NS.cbc);
  const legal = unico(parte, 'PartyLegalEntity', NS.cac);
  const [comercial] = hijos(parte, 'PartyName', NS.cac);
  return {
    nombre:
      textoDe(unico(tributario, 'RegistrationName', NS.cbc)) ??
      textoDe(unico(legal, 'RegistrationName', NS.cbc)) ??
      textoDe(unico(comercial, 'Name', NS.cbc)),
    numero: textoDe(numero),
    dv: numero?.attr('schemeID')?.value,
    tipoDeDocumento: numero?.attr('schemeName')?.value,
  };
}

function leerImpuestos(elemento: XmlElement | Listado): ImpuestoDelDocumento[] {
  return hijos(elemento, 'TaxTotal', NS.cac).map((t) => ({
    valor: textoDe(unico(t, 'TaxAmount', NS.cbc)),
    subtotales: hijos(t, 'TaxSubtotal', NS.cac).map((s) => {
      const categoria = unico(s, 'TaxCategory', NS.cac);
      return {
        impuesto: textoDe(unico(unico(categoria, 'TaxScheme', NS.cac), 'ID', NS.cbc)),
        base: textoDe(unico(s, 'TaxableAmount', NS.cbc)),
        valor: textoDe(unico(s, 'TaxAmount', NS.cbc)),
        porcentaje: textoDe(unico(categoria, 'Percent', NS.cbc)),
      };
    }),
  }));
}

function leerTotales(elemento: Listado, raiz: RaizDeDocumento): DocumentoElectronico['totales'] {
  const grupo =
    unico(elemento, 'LegalMonetaryTotal', NS.cac) ??
    (raiz === 'DebitNote' ? unico(elemento, 'RequestedMonetaryTotal', NS.cac) : undefined);
  if (!grupo) return undefined;
  const lista = new Listado(grupo);
  const dato = (nombre: string) => textoDe(unico(lista, nombre, NS.cbc));
  return {
    bruto: dato('LineExtensionAmount'),
    conImpuestos: dato('TaxInclusiveAmount'),
    descuentos: dato('AllowanceTotalAmount'),
    cargos: dato('ChargeTotalAmount'),
    anticipos: dato('PrepaidAmount'),
    redondeo: dato('PayableRoundingAmount'),
    aPagar: dato('PayableAmount'),
  };
}

function leerLinea(linea: XmlElement, cantidad: string): DocumentoElectronico['lineas'][number] {
  const suyos = new Listado(linea);
  const [descripcion] = hijos(unico(suyos, 'Item', NS.cac) ?? linea, 'Description', NS.cbc);
  return {
    id: textoDe(unico(suyos, 'ID', NS.cbc)),
    cantidad: textoDe(unico(suyos, cantidad, NS.cbc)),
    valor: textoDe(unico(suyos, 'LineExtensionAmount', NS.cbc)),
    impuestos: leerImpuestos(suyos),
    descripcion: textoDe(descripcion),
  };
}

/** One document: of several a note says which in its own words, and they are not told apart here. */
function leerCorreccion(elemento: Listado): DocumentoElectronico['corrige'] {
  const referencia = unico(unico(elemento, 'BillingReference', NS.cac), 'InvoiceDocumentReference', NS.cac);
  const discrepancia = unico(elemento, 'DiscrepancyResponse', NS.cac);
  if (!referencia && !discrepancia) return undefined;
  return {
    numero: textoDe(unico(referencia, 'ID', NS.cbc)) ?? textoDe(unico(discrepancia, 'ReferenceID', NS.cbc)),
    codigo: textoDe(unico(referencia, 'UUID', NS.cbc)),
    concepto: textoDe(unico(discrepancia, 'ResponseCode', NS.cbc)),
  };
}

function leerEvento(elemento: Listado): DocumentoElectronico['evento'] {
  const respuesta = unico(elemento, 'DocumentResponse', NS.cac);
  const referencia = unico(respuesta, 'DocumentReference', NS.cac);
  const codigo = unico(unico(respuesta, 'Response', NS.cac), 'ResponseCode', NS.cbc);
  return {
    codigo: textoDe(codigo),
    motivo: codigo?.attr('listID')?.value,
    codigoDelDocumento: textoDe(unico(referencia, 'UUID', NS.cbc)),
    documento: textoDe(unico(referencia, 'ID', NS.cbc)),
    // The DIAN's own answers leave the type out, and their code is closed with that of an invoice.
    tipoDeDocumento:
      textoDe(unico(referencia, 'DocumentTypeCode', NS.cbc)) ??
      (unico(referencia, 'UUID', NS.cbc)?.attr('schemeName')?.value === 'CUFE-SHA384' ? '01' : undefined),
  };
}
