import {
  avanceDelSet,
  CLASES_DE_PRUEBA,
  SET_DE_PRUEBA,
  type ClaseDePrueba,
} from '@autogestion/normas/factura';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import {
  Boton,
  CampoArchivo,
  camposDe,
  ConLado,
  Copiable,
  DatosAlLado,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  GrupoDeBotones,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  Tabla,
  type Errores,
} from '../../../interfaz/index.ts';
import { deFacturador, deNumeracion, deSet } from '../direcciones.ts';
import type { DocumentoDePrueba, Habilitacion } from '../habilitacion/consultas.ts';
import { EstadoDelDocumento, Hallazgos } from './hallazgos.tsx';

interface PropsDelSet {
  titular: string;
  habilitacion: Habilitacion;
  /** Of the software, in the clear: the set is open. */
  pin: string;
  documentos: readonly DocumentoDePrueba[];
  aceptados: readonly ClaseDePrueba[];
  alcance: 'firma' | 'prepara' | 'consulta';
  /** The example documents of the demonstration. */
  conEjemplos: boolean;
  errores?: Errores;
}

const migas = (titular: string) => [
  { texto: 'Inicio', href: `/de/${titular}` },
  { texto: 'Facturación electrónica', href: deFacturador(titular) },
];

/** An open set: with what the documents are made, what was delivered and how each came out, and what is missing. */
export function paginaSet(o: PropsDelSet): string {
  const { titular, habilitacion: h, errores = {} } = o;
  const avance = avanceDelSet(o.aceptados);
  return renderizarPagina(
    <Pagina
      titulo="Su set de pruebas"
      ancho="ancha"
      migas={migas(titular)}
      errores={errores}
      islas={['subida']}
    >
      <ConLado lado={<ParaSuSoftware {...o} />} luego={<Entregados documentos={o.documentos} />}>
        <Avance avance={avance} />
        {avance.completo ? (
          o.alcance === 'firma' ? (
            <>
              <p class="govuk-body">
                El set está completo. Falta firmar: al hacerlo su RUT dice que es facturador electrónico.
              </p>
              <EnlaceBoton href={`${deSet(titular, h.idPublico)}/firmar`}>Leer y firmar</EnlaceBoton>
            </>
          ) : (
            <p class="govuk-body">
              El set está completo. Falta que la persona entre a esta página y firme con su propia firma.
            </p>
          )
        ) : o.alcance === 'consulta' ? (
          <p class="govuk-body">
            <Etiqueta>Solo consulta</Etiqueta> El permiso que le dieron no alcanza para entregar documentos.
          </p>
        ) : (
          <Entregar titular={titular} h={h} errores={errores} />
        )}
        {o.conEjemplos && !avance.completo ? <Ejemplos titular={titular} h={h} /> : null}
      </ConLado>
    </Pagina>,
  );
}

const Avance = ({ avance }: { avance: ReturnType<typeof avanceDelSet> }): VNode => (
  <ListaResumen
    titulo="Lo que va del set"
    filas={avance.clases.map(({ clase, pide, van }) => ({
      rotulo: CLASES_DE_PRUEBA[clase].plural,
      valor: (
        <>
          {`${Math.min(van, pide)} de ${pide} `}
          {van >= pide ? <Etiqueta tono="bien">Listo</Etiqueta> : <Etiqueta tono="ojo">Falta</Etiqueta>}
        </>
      ),
    }))}
  />
);

const Entregar = ({ titular, h, errores }: { titular: string; h: Habilitacion; errores: Errores }): VNode => (
  <Formulario accion={`${deSet(titular, h.idPublico)}/documentos`} conArchivos>
    <CampoArchivo
      {...camposDe({ valores: {}, errores }).texto('documentos')}
      etiqueta="Los documentos de su software, en XML"
      ayuda="Puede elegir varios a la vez, hasta diez, de 500 KB cada uno. Cada uno se revisa al llegar."
      acepta=".xml,text/xml,application/xml"
      varios
    />
    <Boton>Entregar</Boton>
  </Formulario>
);

const EJEMPLOS = [
  ['factura-1', 'Primera factura'],
  ['factura-2', 'Segunda factura'],
  ['nota-credito', 'Nota crédito'],
  ['nota-debito', 'Nota débito'],
] as const;

const Ejemplos = ({ titular, h }: { titular: string; h: Habilitacion }): VNode => (
  <>
    <h2 class="govuk-heading-m">Si todavía no tiene software</h2>
    <p class="govuk-body">
      En la demostración, la oficina le hace unos documentos de ejemplo con los datos de este set.
      Descárguelos y entréguelos arriba.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {EJEMPLOS.map(([cual, texto]) => (
        <li>
          <a class="govuk-link" href={`${deSet(titular, h.idPublico)}/ejemplos/${cual}`}>
            {texto} (XML)
          </a>
        </li>
      ))}
    </ul>
  </>
);

function ParaSuSoftware({ habilitacion: h, pin }: PropsDelSet): VNode {
  const { resolucion, prefijo, desde, hasta, vigenteDesde, vigenteHasta, claveTecnica } = SET_DE_PRUEBA;
  return (
    <DatosAlLado
      titulo="Para su software"
      filas={[
        { rotulo: 'Software', valor: h.software.nombre },
        { rotulo: 'Identificador', valor: <Copiable larga>{h.software.softwareId}</Copiable> },
        { rotulo: 'PIN', valor: <Copiable>{pin}</Copiable> },
        { rotulo: 'Ambiente', valor: '2, pruebas' },
        { rotulo: 'Autorización de prueba', valor: <Copiable>{resolucion}</Copiable> },
        { rotulo: 'Prefijo y rango', valor: `${prefijo}${desde} a ${prefijo}${hasta}` },
        { rotulo: 'Vigencia', valor: `${vigenteDesde} a ${vigenteHasta}` },
        { rotulo: 'Clave técnica de prueba', valor: <Copiable larga>{claveTecnica}</Copiable> },
      ]}
    />
  );
}

const Entregados = ({ documentos }: { documentos: readonly DocumentoDePrueba[] }): VNode => (
  <Tabla
    titulo="Lo que ha entregado"
    conCabezas
    columnas={[{ titulo: 'Documento' }, { titulo: 'Resultado' }, { titulo: 'Por qué' }]}
    vacia="Todavía no ha entregado ninguno."
    filas={documentos.map((d) => [
      <>
        {d.clase ? CLASES_DE_PRUEBA[d.clase].nombre : 'Archivo'} {d.numero ?? d.archivo}
        <span class="copias__de">{formatearFechaHora(d.recibidoEn)}</span>
      </>,
      <EstadoDelDocumento aceptado={d.aceptado} />,
      <Hallazgos hallazgos={d.hallazgos} />,
    ])}
  />
);

/** The receipt: enabled, since when, its document, and that numbers come next. */
export function paginaHabilitado({
  titular,
  habilitacion: h,
  documentos,
  radicado,
  sellado,
  version,
}: {
  titular: string;
  habilitacion: Habilitacion;
  documentos: readonly DocumentoDePrueba[];
  radicado: string;
  sellado: boolean;
  version: number;
}): string {
  const titulo = 'Quedó habilitado para facturar electrónicamente';
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      encabezado={null}
      migas={migas(titular)}
      ancho="ancha"
      recargarCada={sellado ? undefined : 5}
    >
      <Panel titulo={titulo}>
        Radicado <strong>{radicado}</strong>
      </Panel>
      <ListaResumen
        filas={[
          {
            rotulo: 'Cuándo',
            valor: h.hecha ? `${formatearFechaHora(h.hecha.en)}, hora de Colombia` : '',
          },
          { rotulo: 'Su RUT', valor: `Versión ${version}: tiene el código 52` },
          { rotulo: 'Software', valor: h.software.nombre },
        ]}
      />
      {sellado ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${deSet(titular, h.idPublico)}/pdf`}>
            Descargar lo que firmó (PDF)
          </a>
          . Lleva su firma y el sello de la oficina, y también va a su correo.
        </p>
      ) : (
        <p class="govuk-body">
          El PDF se está haciendo: estará aquí en unos segundos, y va a su correo. El RUT ya cambió.
        </p>
      )}
      <p class="govuk-body">Antes de la primera factura necesita numeración.</p>
      <GrupoDeBotones>
        <EnlaceBoton href={deNumeracion(titular)}>Pedir numeración</EnlaceBoton>
        <EnlaceBoton href={`/de/${titular}/rut`} variante="secundario">
          Ver su RUT
        </EnlaceBoton>
      </GrupoDeBotones>
      <Entregados documentos={documentos} />
    </Pagina>,
  );
}
