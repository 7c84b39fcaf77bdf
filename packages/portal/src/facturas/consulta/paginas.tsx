import { NOMBRES_DE_EVENTOS, estadoPorEventos } from '@autogestion/normas/factura';
import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { nombreLegible } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  ConLado,
  Copiable,
  Etiqueta,
  Ficha,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  Tabla,
  type Errores,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { DIFERENCIAS, type DocumentoConsultado } from './consultar-documento.ts';
import { CONSULTAR } from './direcciones.ts';
import { estadoDelDocumento } from './estado.ts';
import { conceptoDeNota, enDinero, nombreDelTipo } from './palabras.ts';
import { ADQUIRENTE, CODIGO, IMAGEN } from './preguntas.tsx';

const MIGAS = [{ texto: 'Inicio', href: '/' }];

/** Three ways to ask for an invoice: with the camera, with a picture of its QR, or with its code. */
export function paginaConsultar({
  valores = {},
  errores = {},
}: {
  valores?: Valores;
  errores?: Errores;
}): string {
  return renderizarPagina(
    <Pagina
      titulo="Consultar una factura electrónica"
      ancho="ancha"
      migas={MIGAS}
      errores={errores}
      islas={['lector-de-qr']}
      descripcion="Compruebe una factura electrónica con su código QR o su CUFE"
    >
      <ConLado lado={<QueSeDice />}>
        <ag-lector-de-qr class="lector" data-leer="/api/v1/facturas/qr" />
        <h2 class="govuk-heading-m">Con una foto del código QR</h2>
        <Formulario accion={`${CONSULTAR}/imagen`} conArchivos>
          <Preguntar pregunta={IMAGEN} errores={errores} />
          <Boton>Leer la foto</Boton>
        </Formulario>
        <h2 class="govuk-heading-m">Con el CUFE</h2>
        <Formulario accion={CONSULTAR}>
          <Preguntar pregunta={CODIGO} {...{ valores, errores }} />
          <Preguntar pregunta={ADQUIRENTE} {...{ valores, errores }} />
          <Boton>Consultar</Boton>
        </Formulario>
      </ConLado>
    </Pagina>,
  );
}

const QueSeDice = (): VNode => (
  <>
    <Ficha titulo="Qué le vamos a decir">
      <ul class="govuk-list govuk-list--bullet">
        <li>Si la factura está registrada y quién la expidió.</li>
        <li>Cuánto vale y qué impuestos tiene.</li>
        <li>Si la anularon, la corrigieron, la aceptaron o la reclamaron.</li>
        <li>Si lo impreso es lo mismo que lo registrado.</li>
      </ul>
      <p>No necesita cuenta ni clave.</p>
    </Ficha>
    <Ficha titulo="Si el código QR es de otra cosa">
      <p>Se lo decimos y no abrimos nada: ninguna dirección de un código QR se visita desde aquí.</p>
    </Ficha>
  </>
);

/** A code that the register does not have. */
export function paginaNoEsta({ codigo }: { codigo: string }): string {
  return renderizarPagina(
    <Pagina titulo="Esa factura no está en esta oficina" encabezado={null} migas={migasDeUna()}>
      <Panel titulo="Esa factura no está en esta oficina" tono="ojo">
        El código está bien escrito, pero nadie la ha entregado aquí.
      </Panel>
      <p class="govuk-body">
        Puede que quien la expidió todavía no la haya entregado, o que el documento sea falso. Pídale a quien
        le vendió que la entregue, y consulte otra vez.
      </p>
      <ListaResumen filas={[{ rotulo: 'CUFE', valor: <Copiable larga>{codigo}</Copiable> }]} />
      <OtraConsulta />
    </Pagina>,
  );
}

const migasDeUna = () => [...MIGAS, { texto: 'Consultar una factura', href: CONSULTAR }];

const OtraConsulta = (): VNode => (
  <p class="govuk-body">
    <a class="govuk-link" href={CONSULTAR}>
      Consultar otra factura
    </a>
  </p>
);

/** A document that was asked for. */
export const paginaDocumento = (o: { d: DocumentoConsultado; diferencias: string }): string =>
  renderizarPagina(
    <Pagina titulo={estadoDelDocumento(o.d).titulo} encabezado={null} ancho="ancha" migas={migasDeUna()}>
      <CuerpoDelDocumento {...o} />
      <OtraConsulta />
    </Pagina>,
  );

/** What a document says to whoever holds it, how it stands and what was found in it. */
export function CuerpoDelDocumento({
  d,
  diferencias,
}: {
  d: DocumentoConsultado;
  diferencias: string;
}): VNode {
  const estado = estadoDelDocumento(d);
  const otras = Object.entries(DIFERENCIAS).flatMap(([k, que]) => (diferencias.includes(k) ? [que] : []));
  return (
    <>
      <Panel titulo={estado.titulo} tono={otras.length > 0 ? 'mal' : estado.tono}>
        {nombreDelTipo(d.tipo)} <strong>{d.numero}</strong>
        <br />
        {estado.frase}
      </Panel>
      {otras.length > 0 ? (
        <Advertencia>
          {`El código QR impreso no dice lo mismo que lo registrado: cambia ${enLista(otras)}. No confíe en el papel.`}
        </Advertencia>
      ) : null}
      <ListaResumen
        filas={[
          { rotulo: 'Documento', valor: `${nombreDelTipo(d.tipo)} ${d.numero}` },
          { rotulo: 'Expedida', valor: `${formatearFecha(d.fecha)}, ${d.hora.slice(0, 5)}` },
          ...(d.corrige ? [{ rotulo: 'Corrige la factura', valor: d.corrige }] : []),
          { rotulo: 'La expidió', valor: `${nombreLegible(d.emisor.nombre)}, NIT ${d.emisor.nit}` },
          { rotulo: 'Compró', valor: quienCompro(d) },
          { rotulo: 'Registrada', valor: formatearFechaHora(d.recibidoEn) },
          { rotulo: 'CUFE o CUDE', valor: <Copiable larga>{d.codigo}</Copiable> },
        ]}
      />
      {d.adquirente.visto || esConsumidorFinal(d) ? null : <VerQuienCompro codigo={d.codigo} />}
      <Valores d={d} />
      <Notas d={d} />
      <Eventos d={d} />
      <LoHallado d={d} />
    </>
  );
}

const enLista = (cosas: readonly string[]): string =>
  cosas.length === 1 ? (cosas[0] ?? '') : `${cosas.slice(0, -1).join(', ')} y ${cosas.at(-1) ?? ''}`;

const esConsumidorFinal = (d: DocumentoConsultado): boolean => /^2{10,12}$/.test(d.adquirente.numero);

function quienCompro(d: DocumentoConsultado): string {
  if (esConsumidorFinal(d)) return 'Consumidor final';
  const { nombre, tipo, numero, visto } = d.adquirente;
  return visto
    ? `${nombreLegible(nombre)}, ${formatearDocumento(tipo, numero)}`
    : `${nombre}, con documento terminado en ${numero.slice(-3)}`;
}

const VerQuienCompro = ({ codigo }: { codigo: string }): VNode => (
  <Formulario accion={CONSULTAR} ocultos={{ codigo }}>
    <p class="govuk-body">Los datos de quien compró están reservados. Si los conoce, compruébelos:</p>
    <Preguntar pregunta={ADQUIRENTE} />
    <Boton variante="secundario">Comprobar quién compró</Boton>
  </Formulario>
);

function Valores({ d }: { d: DocumentoConsultado }): VNode {
  const { bruto, iva, inc, ica, otros, total } = d.valores;
  const filas: (readonly [string, bigint])[] = [
    ['Antes de impuestos', bruto],
    ['IVA', iva],
    ...(inc > 0n ? ([['Impuesto al consumo', inc]] as const) : []),
    ...(ica > 0n ? ([['ICA', ica]] as const) : []),
    ...(otros > 0n ? ([['Otros impuestos', otros]] as const) : []),
    ['Total', total],
  ];
  return (
    <Tabla
      titulo="Valores"
      conCabezas
      columnas={[{ titulo: 'Qué' }, { titulo: 'Cuánto', numerica: true }]}
      filas={filas.map(([que, cuanto]) => [que, enDinero(cuanto, d.moneda)])}
    />
  );
}

const Notas = ({ d }: { d: DocumentoConsultado }): VNode | null =>
  d.notas.length === 0 ? null : (
    <Tabla
      titulo="Notas que la corrigen"
      conCabezas
      columnas={[
        { titulo: 'Nota' },
        { titulo: 'Fecha' },
        { titulo: 'Por qué' },
        { titulo: 'Valor', numerica: true },
      ]}
      filas={d.notas.map((n) => [
        `${nombreDelTipo(n.tipo)} ${n.numero}`,
        formatearFecha(n.fecha),
        conceptoDeNota(n.tipo, n.concepto),
        enDinero(n.total, d.moneda),
      ])}
    />
  );

const LO_DIJO = { emisor: 'Quien la expidió', adquirente: 'Quien compró', otro: 'Otra persona' } as const;

function Eventos({ d }: { d: DocumentoConsultado }): VNode | null {
  if (d.tipo !== '01') return null;
  const { legitimoTenedor, tituloValor } = estadoPorEventos(
    { emisor: nombreLegible(d.emisor.nombre) },
    d.eventos,
  );
  return (
    <>
      <Tabla
        titulo="Lo que pasó después"
        conCabezas
        columnas={[{ titulo: 'Evento' }, { titulo: 'Fecha' }, { titulo: 'Lo dijo' }]}
        vacia="No tiene eventos registrados."
        filas={d.eventos.map((e) => [
          `${e.evento} ${NOMBRES_DE_EVENTOS[e.evento] ?? ''}`.trim(),
          formatearFecha(e.fecha),
          LO_DIJO[e.loDijo],
        ])}
      />
      <ListaResumen
        filas={[
          { rotulo: 'Legítimo tenedor', valor: legitimoTenedor.nombre },
          { rotulo: 'Título valor', valor: tituloValor ? 'Sí, inscrita (036)' : 'No está inscrita' },
        ]}
      />
    </>
  );
}

function LoHallado({ d }: { d: DocumentoConsultado }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Lo que se comprobó</h2>
      <ul class="govuk-list hallazgos">
        <li>
          <Etiqueta tono="bien">Bien</Etiqueta> La firma es válida sobre lo que aquí se lee.
        </li>
        <li>
          {d.firmanteConocido ? (
            <>
              <Etiqueta tono="bien">Bien</Etiqueta> Esta oficina confía en quien certificó al firmante.
            </>
          ) : (
            <>
              <Etiqueta tono="ojo">No se sabe</Etiqueta> No se comprobó quién certificó al firmante.
            </>
          )}
        </li>
        <li>
          {d.codigoCoincide === true ? (
            <>
              <Etiqueta tono="bien">Bien</Etiqueta> El código es el de estos datos.
            </>
          ) : (
            <>
              <Etiqueta tono="ojo">No se sabe</Etiqueta> El código no se pudo recalcular: no se conoce la
              clave con que se hizo.
            </>
          )}
        </li>
        {d.hallazgos.map((h) => (
          <li>
            <Etiqueta tono="ojo">Aviso</Etiqueta> {`${h.regla}: ${h.mensaje}`}
          </li>
        ))}
      </ul>
    </>
  );
}
