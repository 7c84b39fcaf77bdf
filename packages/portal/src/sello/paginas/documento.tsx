import { esFecha, formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import {
  Advertencia,
  ConLado,
  DatosAlLado,
  Detalles,
  Etiqueta,
  Ficha,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
} from '../../interfaz/index.ts';
import type { LoCertificado } from '../documentos.ts';
import type { Verificado } from '../verificar-documento.ts';

const MIGAS = [
  { texto: 'Inicio', href: '/' },
  { texto: 'Verificar', href: '/verificar' },
];

/** What the office knows of a document. With script, an island also checks what the QR itself says. */
export function paginaDocumento(v: Verificado, llaves: object): string {
  return renderizarPagina(
    <Pagina
      titulo="El documento es verdadero"
      indexable={false}
      ancho="ancha"
      islas={['verificar-qr']}
      migas={MIGAS}
      encabezado={null}
    >
      <ConLado lado={<DatosDelDocumento v={v} />} luego={<OtraVez />}>
        <ag-verificar-qr data-llaves={JSON.stringify(llaves)} data-id={v.idPublico} aria-live="polite" />
        <Panel titulo="Esta oficina expidió este documento" tono={tonoDe(v)} dibujo="sello-bien">
          {deQuien(v)}
        </Panel>
        <LoQueCambio v={v} />
        <p class="govuk-body">
          Compare estos datos con los del documento que tiene en la mano. Si alguno es distinto, el documento
          no es verdadero.
          {v.publico.firma
            ? ' Para comprobar la firma y leer lo que se firmó, verifique el archivo PDF.'
            : ''}
        </p>
      </ConLado>
    </Pagina>,
  );
}

/** «Copia del RUT de Laura Valentina Suárez Rojas». */
export const deQuien = ({ publico: p }: Verificado): string => `${p.titulo}, de ${p.nombre}`;

/** True, and not of an active RUT: what is green would be read as if it were. */
export const tonoDe = ({ publico: p, estadoHoy, hoy }: Verificado): 'bien' | 'ojo' =>
  p.demostracion ||
  p.version ||
  hoy?.sigue === false ||
  (estadoHoy && (estadoHoy.estado !== 'activo' || p.estado !== 'activo'))
    ? 'ojo'
    : 'bien';

/** What whoever receives it must know before trusting it: that it is of no worth, and what is not so any more. */
export function LoQueCambio({ v: { publico: p, estadoHoy, hoy } }: { v: Verificado }) {
  const cambio = estadoHoy !== undefined && estadoHoy.estado !== p.estado;
  return (
    <>
      {p.demostracion ? <Advertencia>Es un documento de demostración: no tiene validez.</Advertencia> : null}
      {hoy?.sigue === false ? <Advertencia>{hoy.frase}</Advertencia> : null}
      {cambio ? (
        <Advertencia>
          El estado cambió después de expedir el documento. El RUT está {estadoHoy.estado} desde el{' '}
          {diaEscrito(estadoHoy.desde)}.
        </Advertencia>
      ) : null}
      {!cambio && estadoHoy && estadoHoy.estado !== 'activo' ? (
        <Advertencia>
          El documento es verdadero y dice que el RUT está {estadoHoy.estado}, como hoy lo está.
        </Advertencia>
      ) : null}
      {p.version ? (
        <Advertencia>
          Copia la versión {p.version.numero} del RUT, que ya no era la vigente: lo fue hasta el{' '}
          {diaEscrito(p.version.hasta)}.
        </Advertencia>
      ) : null}
    </>
  );
}

/** Whose it is, what it is, its state then and today; what is technical, folded. */
export function DatosDelDocumento({ v }: { v: Verificado }) {
  const { publico: p } = v;
  return (
    <DatosAlLado
      titulo="Lo que dice el documento"
      filas={[
        { rotulo: 'Documento', valor: p.titulo },
        { rotulo: 'Nombre', valor: p.nombre },
        { rotulo: 'NIT', valor: formatearNit(p.nit, p.dv) },
        ...(p.firma
          ? [
              { rotulo: 'Firmado por', valor: p.firma.por },
              { rotulo: 'Fecha y hora de la firma', valor: formatearFechaHora(new Date(p.firma.en)) },
              { rotulo: 'Radicado', valor: p.firma.radicado },
            ]
          : p.certifica
            ? loCertificado(p.certifica)
            : [{ rotulo: 'Estado en el documento', valor: <Estado estado={p.estado} desde={p.desde} /> }]),
        ...(v.hoy?.sigue ? [{ rotulo: 'Hoy', valor: v.hoy.frase }] : []),
        ...(v.estadoHoy ? [{ rotulo: 'Estado hoy', valor: <Estado {...v.estadoHoy} /> }] : []),
        { rotulo: 'Expedido', valor: diaEscrito(p.fecha) },
      ]}
    >
      <div class="ficha__cuerpo">
        <Detalles resumen="Datos técnicos del sello">
          <ListaResumen
            filas={[
              { rotulo: 'Sellado', valor: v.selladoEn ? formatearFechaHora(v.selladoEn) : 'En proceso' },
              { rotulo: 'Código', valor: <code class="huella">{v.idPublico}</code> },
              ...(v.hash
                ? [{ rotulo: 'Huella del PDF (SHA-256)', valor: <code class="huella">{v.hash}</code> }]
                : []),
            ]}
          />
        </Detalles>
      </div>
    </DatosAlLado>
  );
}

const loCertificado = ({ frase, al, corte }: LoCertificado) => [
  { rotulo: 'Certifica', valor: frase },
  ...(al === undefined ? [] : [{ rotulo: 'Al día', valor: diaEscrito(al) }]),
  ...(corte === undefined ? [] : [{ rotulo: 'Con lo registrado', valor: `Hasta el asiento ${corte}` }]),
];

/** The way on from any answer. */
export const OtraVez = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/verificar">
      Verificar otro documento
    </a>
  </p>
);

const Estado = ({ estado, desde }: { estado: string; desde?: string | undefined }) => (
  <>
    <Etiqueta tono={estado === 'activo' ? 'bien' : estado === 'suspendido' ? 'ojo' : 'mal'}>
      {estado.toUpperCase()}
    </Etiqueta>
    {desde === undefined ? null : ` desde el ${diaEscrito(desde)}`}
  </>
);

const diaEscrito = (dia = ''): string => (esFecha(dia) ? formatearFecha(dia) : dia);

export const paginaNoExiste = () =>
  renderizarPagina(
    <Pagina
      titulo="No expedimos ese documento"
      ancho="ancha"
      encabezado={null}
      indexable={false}
      migas={MIGAS}
    >
      <ConLado lado={<QueHacer />}>
        <Panel titulo="No expedimos un documento con ese código" tono="mal" />
        <p class="govuk-body">
          Puede que el código se haya leído mal o que el documento esté alterado. Escanéelo otra vez, con
          buena luz. Si vuelve a ver esta página, no confíe en el documento y pida otro a quien se lo dio.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/verificar">
            Verificar otra vez
          </a>
        </p>
      </ConLado>
    </Pagina>,
  );

/** Of what this office does not know: another way to know. */
export const QueHacer = () => (
  <Ficha titulo="Qué puede hacer">
    <ul class="govuk-list govuk-list--bullet">
      <li>Verifique con el código que está junto al QR del documento, si lo tiene.</li>
      <li>
        Pida el archivo PDF otra vez: una foto, un escaneo o un archivo guardado de nuevo pierden el sello.
      </li>
    </ul>
  </Ficha>
);
