import { bloquesDeHojas, casillasHoja1, type RegistroRut } from '@autogestion/normas/rut';
import { formatearNit } from '@autogestion/normas/nit';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Boton,
  Etiqueta,
  Formulario,
  ListaResumen,
  NumeroDeCasilla,
  Pagina,
  RegionViva,
  renderizarPagina,
  Tabla,
  TextoInset,
  type Valores,
} from '../../interfaz/index.ts';
import { nit, Preguntar } from '../../interfaz/preguntas/index.ts';
import { tramitesPara } from '../tramites-ofrecidos.ts';
import type { Documento } from '../../sello/index.ts';
import type { EstadoConFecha, EstadoPublico, VersionRut } from '../consultas.ts';

/** Colour of each state: it repeats what the word says. */
export const TONOS = { activo: 'bien', suspendido: 'ojo', cancelado: 'mal' } as const;

export const NIT = nit<unknown>({ ayuda: 'Con o sin dígito de verificación. Por ejemplo, 900.123.456-8' });

interface PropsConsulta {
  valores?: Valores;
  errores?: Record<string, string>;
  /** `undefined` before asking; `null` when the NIT is not in the RUT. */
  hallado?: EstadoPublico | null;
}

/** "Consulta estado del RUT": the least that serves who asks by NIT. */
export function paginaConsulta({ valores = {}, errores = {}, hallado }: PropsConsulta): string {
  return renderizarPagina(
    <Pagina
      titulo="Estado del RUT"
      encabezado="Consultar el estado de un RUT"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Consulte si un NIT está activo en el RUT"
      errores={errores}
    >
      {hallado === undefined ? null : <Hallado hallado={hallado} />}
      <Formulario accion="/rut/estado">
        <Preguntar pregunta={NIT} nombre="NIT o número de cédula" valores={valores} errores={errores} />
        <Boton>Consultar</Boton>
      </Formulario>
      <p class="govuk-body-s">
        Los datos del RUT son reservados: aquí solo se ve el nombre y el estado. Para verificar una copia,{' '}
        <a class="govuk-link" href="/verificar">
          use su código QR
        </a>
        .
      </p>
    </Pagina>,
  );
}

function Hallado({ hallado: h }: { hallado: EstadoPublico | null }) {
  if (!h) return <TextoInset>Ese NIT no está en el RUT de esta oficina. Revise el número.</TextoInset>;
  return (
    <ListaResumen
      titulo={`NIT ${formatearNit(h.nit, h.dv)}`}
      filas={[
        { clave: 'Nombre o razón social', valor: h.nombre },
        {
          clave: 'Estado',
          valor: <Etiqueta tono={TONOS[h.estado]}>{`REGISTRO ${h.estado.toUpperCase()}`}</Etiqueta>,
        },
        { clave: 'En ese estado desde', valor: formatearFecha(h.desde) },
        { clave: 'Última actualización', valor: formatearFechaHora(h.fecha) },
      ]}
    />
  );
}

interface PropsRut {
  version: VersionRut;
  estado: EstadoConFecha;
  copias: readonly Documento[];
  base: string;
}

/** A person's own RUT: every box with a value, and the copies. */
export function paginaRut(o: PropsRut): string {
  const { version: v } = o;
  const casillas = casillasHoja1(v.registro, { concepto: v.concepto, numeroFormulario: v.formulario });
  const secciones = [...new Set(casillas.map((c) => c.seccion))];
  const pendiente = o.copias.some((c) => !c.sellado);
  return renderizarPagina(
    <Pagina
      titulo="Su RUT"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: o.base.replace(/\/rut$/, '') }]}
      recargarCada={pendiente ? 3 : undefined}
    >
      <p class="govuk-body">
        NIT <strong>{formatearNit(v.registro.nit, v.registro.dv)}</strong>{' '}
        <Etiqueta tono={TONOS[o.estado.estado]}>{o.estado.estado.toUpperCase()}</Etiqueta> desde el{' '}
        {formatearFecha(o.estado.desde)} · versión {v.numero}, del {formatearFechaHora(v.creadaEn)}
      </p>
      <QueHacer base={o.base} registro={v.registro} />
      <h2 class="govuk-heading-m">Copias</h2>
      <p class="govuk-body">
        Cada copia lleva la fecha y el estado del día en que la pide. Es gratis y no vence. También hay copia
        de{' '}
        <a class="govuk-link" href={`${o.base}/versiones`}>
          las versiones anteriores
        </a>
        .
      </p>
      <Formulario accion={`${o.base}/copias`} unaVez>
        <Boton>Pedir una copia</Boton>
      </Formulario>
      <RegionViva id="copias" {...(pendiente && { recargarCada: 3 })}>
        <Tabla
          titulo="Copias que ha pedido"
          columnas={[{ titulo: 'Pedida' }, { titulo: 'De' }, { titulo: 'Código' }, { titulo: 'Archivo' }]}
          vacia="Todavía no ha pedido copias."
          filas={o.copias.map((c) => [
            formatearFechaHora(c.emitidoEn),
            c.publico.version ? `La versión ${c.publico.version.numero}, anterior` : 'La versión de ese día',
            <code class="huella">{c.idPublico}</code>,
            c.sellado ? (
              <a class="govuk-link" href={`${o.base}/copias/${c.idPublico}`}>
                Descargar el PDF
                <span class="govuk-visually-hidden"> del {formatearFechaHora(c.emitidoEn)}</span>
              </a>
            ) : (
              'La estamos sellando…'
            ),
          ])}
        />
      </RegionViva>
      {secciones.map((seccion) => (
        <Seccion
          seccion={seccion}
          casillas={casillas.filter((c) => c.seccion === seccion && c.valor !== '')}
        />
      ))}
      {bloquesDeHojas(v.registro).map((b) => (
        <Seccion
          seccion={`Hoja ${b.hoja}. ${b.nombre}`}
          casillas={b.casillas.filter((c) => c.valor !== '')}
        />
      ))}
    </Pagina>,
  );
}

function QueHacer({ base, registro }: { base: string; registro: RegistroRut }) {
  const enlaces = tramitesPara(registro, base.split('/')[2] ?? '');
  if (enlaces.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Si algo cambió</h2>
      <ul class="govuk-list">
        {enlaces.map((e) => (
          <li>
            <a class="govuk-link" href={e.href}>
              {e.texto}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Seccion({
  seccion,
  casillas,
}: {
  seccion: string;
  casillas: readonly { numero: string; nombre: string; valor: string }[];
}) {
  if (casillas.length === 0) return null;
  return (
    <ListaResumen
      titulo={seccion}
      filas={casillas.map((c) => ({
        clave: (
          <>
            <NumeroDeCasilla numero={Number(c.numero)} /> {c.nombre}
          </>
        ),
        valor: c.valor.split('\n').map((l) => <div>{l}</div>),
      }))}
    />
  );
}
