import { calcularCodigo, deCentavos, direccionDeConsulta, sha384 } from '@autogestion/normas/factura';
import type { Ambiente } from '@autogestion/normas/factura';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import { LUGAR_DE_LA_FIRMA } from './firmar.ts';

/** What a document of each kind is in UBL 2.1 (annexes: see `normas/factura`). */
const FORMAS = {
  factura: {
    raiz: 'Invoice',
    tipo: '01',
    codigo: 'CUFE',
    cantidad: 'InvoicedQuantity',
    total: 'LegalMonetaryTotal',
    perfil: 'DIAN 2.1: Factura Electrónica de Venta',
    personalizacion: '10',
  },
  pos: {
    raiz: 'Invoice',
    tipo: '20',
    codigo: 'CUDE',
    cantidad: 'InvoicedQuantity',
    total: 'LegalMonetaryTotal',
    perfil: 'DIAN 2.1: Documento Equivalente POS',
    personalizacion: '10',
  },
  soporte: {
    raiz: 'Invoice',
    tipo: '05',
    codigo: 'CUDS',
    cantidad: 'InvoicedQuantity',
    total: 'LegalMonetaryTotal',
    perfil: 'DIAN 2.1: documento soporte en adquisiciones efectuadas a no obligados a facturar.',
    personalizacion: '10',
  },
  'nota-credito': {
    raiz: 'CreditNote',
    tipo: '91',
    codigo: 'CUDE',
    cantidad: 'CreditedQuantity',
    total: 'LegalMonetaryTotal',
    perfil: 'DIAN 2.1: Nota Crédito de Factura Electrónica de Venta',
    personalizacion: '20',
  },
  'nota-debito': {
    raiz: 'DebitNote',
    tipo: '92',
    codigo: 'CUDE',
    cantidad: 'DebitedQuantity',
    total: 'RequestedMonetaryTotal',
    perfil: 'DIAN 2.1: Nota Débito de Factura Electrónica de Venta',
    personalizacion: '30',
  },
} as const;

export type ClaseDeDocumento = keyof typeof FORMAS;

export interface ParteDeDocumento {
  numero: string;
  /** `31` NIT, `13` cédula… */
  tipo: string;
  nombre: string;
}

interface LineaPorEmitir {
  descripcion: string;
  cantidad: number;
  /** Hundredths of a peso, before tax. */
  valor: bigint;
  /** Percentage of IVA. */
  iva: 0 | 5 | 19;
}

export interface DocumentoPorEmitir {
  clase: ClaseDeDocumento;
  /** Prefix and number, together. */
  numero: string;
  ambiente: Ambiente;
  /** `2026-03-09T14:04:35-05:00` */
  momento: string;
  emisor: ParteDeDocumento;
  adquirente: ParteDeDocumento;
  lineas: readonly LineaPorEmitir[];
  /** Of what takes its number from a range. */
  numeracion?: {
    autorizacion: string;
    desde: string;
    hasta: string;
    prefijo: string;
    primero: string;
    ultimo: string;
  };
  claves: { claveTecnica: string; pin: string };
  softwareId: string;
  /** Of a note: which document, and why (the codes of the annex). */
  corrige?: { numero: string; codigo: string; fecha: string; concepto: string };
  /** `1` at once, `2` on credit; and its means (`10` cash, `48` credit card, `49` debit card…). */
  pago?: { forma: string; medio: string };
  codificacion?: 'UTF-8' | 'ISO-8859-1';
  /** Last word on the text before its code is computed: for tests. */
  cambiar?: (xml: string) => string;
  /** Computes the code with other data than those of the document: for tests. */
  codigoCon?: Readonly<Record<string, string>>;
}

const NIT_DIAN = '800197268';
const ESPACIO = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** The XML of a document with its unique code, and without signature: its place is `LUGAR_DE_LA_FIRMA`. */
export function emitirDocumento(d: DocumentoPorEmitir): { xml: string; codigo: string } {
  const forma = FORMAS[d.clase];
  const [fecha = '', hora = ''] = d.momento.split('T');
  const bruto = suma(d.lineas.map((l) => l.valor));
  const iva = suma(d.lineas.map(ivaDe));
  const total = bruto + iva;
  let xml =
    `${prologo(forma.raiz, d.codificacion)}` +
    `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>${extensionDian(d)}</ext:ExtensionContent></ext:UBLExtension>` +
    `<ext:UBLExtension><ext:ExtensionContent>${LUGAR_DE_LA_FIRMA}</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>\n` +
    `<cbc:UBLVersionID>UBL 2.1</cbc:UBLVersionID><cbc:CustomizationID>${forma.personalizacion}</cbc:CustomizationID><cbc:ProfileID>${forma.perfil}</cbc:ProfileID><cbc:ProfileExecutionID>${d.ambiente}</cbc:ProfileExecutionID>\n` +
    `<cbc:ID>${d.numero}</cbc:ID><cbc:UUID schemeID="${d.ambiente}" schemeName="${forma.codigo}-SHA384">@CODIGO@</cbc:UUID>` +
    `<cbc:IssueDate>${fecha}</cbc:IssueDate><cbc:IssueTime>${hora}</cbc:IssueTime>` +
    `${forma.raiz === 'DebitNote' ? '' : `<cbc:${forma.raiz}TypeCode>${forma.tipo}</cbc:${forma.raiz}TypeCode>`}\n` +
    `<cbc:DocumentCurrencyCode>COP</cbc:DocumentCurrencyCode><cbc:LineCountNumeric>${d.lineas.length}</cbc:LineCountNumeric>\n` +
    referencias(d) +
    `${parte('AccountingSupplierParty', d.emisor)}\n${parte('AccountingCustomerParty', d.adquirente)}\n` +
    (d.pago
      ? `<cac:PaymentMeans><cbc:ID>${d.pago.forma}</cbc:ID><cbc:PaymentMeansCode>${d.pago.medio}</cbc:PaymentMeansCode></cac:PaymentMeans>\n`
      : '') +
    `${impuestos(d.lineas)}\n` +
    `<cac:${forma.total}>${valor('LineExtensionAmount', bruto)}${valor('TaxExclusiveAmount', bruto)}${valor('TaxInclusiveAmount', total)}${valor('PayableAmount', total)}</cac:${forma.total}>\n` +
    d.lineas.map((l, i) => linea(l, i + 1, forma)).join('') +
    `</${forma.raiz}>\n`;
  xml = d.cambiar?.(xml) ?? xml;
  const codigo = codigoDe(d, { bruto, iva, total });
  return { xml: xml.replaceAll('@CODIGO@', codigo), codigo };
}

function codigoDe(
  d: DocumentoPorEmitir,
  { bruto, iva, total }: { bruto: bigint; iva: bigint; total: bigint },
): string {
  const { codigo: clase } = FORMAS[d.clase];
  const [fecha = '', hora = ''] = d.momento.split('T');
  const { claveTecnica, pin } = d.claves;
  const importes = { bruto: deCentavos(bruto), iva: deCentavos(iva), total: deCentavos(total) };
  const campos =
    clase === 'CUDS'
      ? {
          ...{ NumDS: d.numero, FecDS: fecha, HorDS: hora, ValDS: importes.bruto, CodImp: '01' },
          ...{ ValImp: importes.iva, ValTot: importes.total, NumSNO: d.emisor.numero },
          ...{ NITABS: d.adquirente.numero, SoftwarePIN: pin, TipoAmbie: d.ambiente },
        }
      : {
          ...{ NumFac: d.numero, FecFac: fecha, HorFac: hora, ValFac: importes.bruto, ValImp1: importes.iva },
          ...{ ValTot: importes.total, NitOFE: d.emisor.numero, NumAdq: d.adquirente.numero },
          ...(clase === 'CUFE' ? { ClTec: claveTecnica } : { SoftwarePIN: pin }),
          TipoAmbie: d.ambiente,
        };
  const calculado = calcularCodigo(clase, { ...campos, ...d.codigoCon });
  if (!calculado.ok) throw new RangeError(calculado.mensaje);
  return calculado.valor.codigo;
}

/** The declaration and the root, with every namespace that a document of the DIAN uses. */
export function prologo(raiz: string, codificacion = 'UTF-8'): string {
  return (
    `<?xml version="1.0" encoding="${codificacion}"?>\n` +
    `<${raiz} xmlns="${ESPACIO}${raiz}-2" xmlns:cac="${ESPACIO}CommonAggregateComponents-2" xmlns:cbc="${ESPACIO}CommonBasicComponents-2" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:ext="${ESPACIO}CommonExtensionComponents-2" xmlns:sts="dian:gov:co:facturaelectronica:Structures-2-1" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">\n`
  );
}

function extensionDian(d: DocumentoPorEmitir): string {
  const n = d.numeracion;
  const control = n
    ? `<sts:InvoiceControl><sts:InvoiceAuthorization>${n.autorizacion}</sts:InvoiceAuthorization><sts:AuthorizationPeriod>` +
      `<cbc:StartDate>${n.desde}</cbc:StartDate><cbc:EndDate>${n.hasta}</cbc:EndDate></sts:AuthorizationPeriod>` +
      `<sts:AuthorizedInvoices><sts:Prefix>${n.prefijo}</sts:Prefix><sts:From>${n.primero}</sts:From><sts:To>${n.ultimo}</sts:To>` +
      '</sts:AuthorizedInvoices></sts:InvoiceControl>'
    : '';
  return (
    `<sts:DianExtensions>${control}` +
    extensionDelSoftware({ softwareId: d.softwareId, pin: d.claves.pin, numero: d.numero }) +
    `<sts:QRCode>${escapar(direccionDeConsulta('@CODIGO@', d.ambiente))}</sts:QRCode></sts:DianExtensions>`
  );
}

/** Which software made a document, and its security code. */
export function extensionDelSoftware(s: { softwareId: string; pin: string; numero: string }): string {
  return (
    `<sts:SoftwareProvider><sts:SoftwareID>${s.softwareId}</sts:SoftwareID></sts:SoftwareProvider>` +
    `<sts:SoftwareSecurityCode>${sha384(s.softwareId + s.pin + s.numero)}</sts:SoftwareSecurityCode>` +
    `<sts:AuthorizationProvider><sts:AuthorizationProviderID schemeID="4" schemeName="31">${NIT_DIAN}</sts:AuthorizationProviderID></sts:AuthorizationProvider>`
  );
}

function referencias({ corrige }: DocumentoPorEmitir): string {
  if (!corrige) return '';
  const { numero, codigo, fecha, concepto } = corrige;
  return (
    `<cac:DiscrepancyResponse><cbc:ReferenceID>${numero}</cbc:ReferenceID><cbc:ResponseCode>${concepto}</cbc:ResponseCode></cac:DiscrepancyResponse>` +
    `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${numero}</cbc:ID><cbc:UUID schemeName="CUFE-SHA384">${codigo}</cbc:UUID><cbc:IssueDate>${fecha}</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>\n`
  );
}

export const identificacionDe = ({ numero, tipo }: Pick<ParteDeDocumento, 'numero' | 'tipo'>): string =>
  `<cbc:CompanyID schemeID="${tipo === '31' ? digitoDeVerificacion(numero) : ''}" schemeName="${tipo}">${escapar(numero)}</cbc:CompanyID>`;

function parte(grupo: string, p: ParteDeDocumento): string {
  return (
    `<cac:${grupo}><cac:Party><cac:PartyTaxScheme><cbc:RegistrationName>${escapar(p.nombre)}</cbc:RegistrationName>${identificacionDe(p)}` +
    `<cac:TaxScheme><cbc:ID>01</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:${grupo}>`
  );
}

const suma = (valores: readonly bigint[]): bigint => valores.reduce((a, b) => a + b, 0n);
/** To the nearest hundredth, half to even (NTC 3711). */
function ivaDe({ valor: base, iva }: Pick<LineaPorEmitir, 'valor' | 'iva'>): bigint {
  const bruto = base * BigInt(iva);
  const [entero, resto] = [bruto / 100n, bruto % 100n];
  return entero + (resto > 50n || (resto === 50n && entero % 2n === 1n) ? 1n : 0n);
}

const valor = (nombre: string, centavos: bigint): string =>
  `<cbc:${nombre} currencyID="COP">${deCentavos(centavos)}</cbc:${nombre}>`;

/** One group of IVA, with a part for each rate. */
function impuestos(lineas: readonly LineaPorEmitir[]): string {
  const tarifas = [...new Set(lineas.map((l) => l.iva))].sort((a, b) => b - a);
  const partes = tarifas.map((iva) => {
    const suyas = lineas.filter((l) => l.iva === iva);
    const [base, monto] = [suma(suyas.map((l) => l.valor)), suma(suyas.map(ivaDe))];
    return { monto, xml: subtotal(base, monto, iva) };
  });
  return `<cac:TaxTotal>${valor('TaxAmount', suma(partes.map((p) => p.monto)))}${partes.map((p) => p.xml).join('')}</cac:TaxTotal>`;
}

const subtotal = (base: bigint, monto: bigint, iva: number): string =>
  `<cac:TaxSubtotal>${valor('TaxableAmount', base)}${valor('TaxAmount', monto)}` +
  `<cac:TaxCategory><cbc:Percent>${iva}.00</cbc:Percent><cac:TaxScheme><cbc:ID>01</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>`;

function linea(l: LineaPorEmitir, n: number, forma: (typeof FORMAS)[ClaseDeDocumento]): string {
  return (
    `<cac:${forma.raiz}Line><cbc:ID>${n}</cbc:ID><cbc:${forma.cantidad} unitCode="94">${l.cantidad}.00</cbc:${forma.cantidad}>${valor('LineExtensionAmount', l.valor)}` +
    `${impuestos([l])}<cac:Item><cbc:Description>${escapar(l.descripcion)}</cbc:Description></cac:Item></cac:${forma.raiz}Line>\n`
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapar = (texto: string): string => texto.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
