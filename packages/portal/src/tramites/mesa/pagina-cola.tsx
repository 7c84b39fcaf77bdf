import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  camposDe,
  CampoTexto,
  Etiqueta,
  Formulario,
  Pagina,
  PaginacionSimple,
  renderizarPagina,
  Selector,
  Tabla,
  type Valores,
} from '../../interfaz/index.ts';
import { MIGA_MESA, ROLES, type Rol } from '../../cuentas/index.ts';
import { trabajaLaCola } from '../politicas.ts';
import { SEMAFORO } from '../paginas/tonos.ts';
import type { TipoDeCaso } from '../tipos.ts';
import { type EnCola, type FiltroDeCola, type Hallado, type SinNotificarEnCola, type Vista } from './cola.ts';
import type { Yo } from '../../cuentas/index.ts';

interface PropsDeCola {
  yo: Yo;
  filtro: FiltroDeCola;
  /** Queues that the official may see. */
  colas: readonly Rol[];
  /** Kinds of case of the office. */
  tipos: readonly TipoDeCaso[];
  casos: readonly EnCola[];
  sinNotificar: readonly SinNotificarEnCola[];
  siguiente?: string;
  /** The queue had nothing to take. */
  vacia?: boolean;
  hallados?: readonly Hallado[];
  valores?: Valores;
  errores?: Record<string, string>;
}

const NOMBRE_VISTA: Record<Vista, string> = {
  mios: 'Los que tengo',
  libres: 'Los que nadie tiene',
  'por-confirmar': 'Los que esperan una segunda persona',
  todos: 'Todos',
};

/** A queue, the oldest deadline first. */
export function paginaCola(o: PropsDeCola): string {
  const { filtro, yo } = o;
  return renderizarPagina(
    <Pagina titulo={`Trámites: ${ROLES[filtro.rol]}`} ancho="ancha" migas={[MIGA_MESA]} errores={o.errores}>
      {o.vacia ? <Aviso>No hay trámites libres en esta cola que usted pueda atender.</Aviso> : null}
      {trabajaLaCola(yo, filtro.rol) ? (
        <Formulario accion="/mesa/tramites/siguiente" ocultos={{ rol: filtro.rol }}>
          <Boton>Tomar el siguiente</Boton>
        </Formulario>
      ) : null}
      <Filtros {...o} />
      <Tabla
        titulo={NOMBRE_VISTA[filtro.de]}
        vacia="No hay trámites con estos filtros."
        compacta
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'Plazo' },
          { titulo: 'Trámite' },
          { titulo: 'Vence' },
          { titulo: 'Estado' },
          { titulo: 'Quién lo tiene' },
        ]}
        filas={o.casos.map((c) => [
          <a class="govuk-link" href={`/mesa/tramites/${c.radicado}`}>
            {c.radicado}
          </a>,
          <Etiqueta tono={SEMAFORO[c.semaforo].tono}>{SEMAFORO[c.semaforo].texto}</Etiqueta>,
          c.nombre,
          <>
            {formatearFecha(c.vence)}. {c.queda}.<span class="porque">{c.porque}</span>
          </>,
          c.estado,
          c.asignado ?? 'Nadie lo tiene',
        ])}
      />
      <PaginacionSimple {...(o.siguiente && { siguiente: o.siguiente })} etiqueta="Páginas de la cola" />
      <SinNotificar casos={o.sinNotificar} />
      <Busqueda {...o} />
    </Pagina>,
  );
}

/** A GET form: the address says what is looked at, and nothing of anybody. */
function Filtros({ filtro, colas, tipos }: PropsDeCola) {
  const campo = camposDe({
    valores: {
      rol: filtro.rol,
      de: filtro.de,
      tipo: filtro.tipo ?? '',
      plazo: filtro.plazo ?? '',
    },
  });
  return (
    <form method="get" action="/mesa/tramites" class="filtros">
      {colas.length > 1 ? (
        <Selector
          {...campo.texto('rol')}
          etiqueta="Cola"
          opciones={colas.map((r) => ({ valor: r, texto: ROLES[r] }))}
        />
      ) : (
        <input type="hidden" name="rol" value={filtro.rol} />
      )}
      <Selector
        {...campo.texto('de')}
        etiqueta="Cuáles"
        opciones={Object.entries(NOMBRE_VISTA).map(([valor, texto]) => ({ valor, texto }))}
      />
      <Selector
        {...campo.texto('tipo')}
        etiqueta="Trámite"
        vacia="Todos"
        opciones={tipos.filter((t) => t.rol === filtro.rol).map((t) => ({ valor: t.tipo, texto: t.nombre }))}
      />
      <Selector
        {...campo.texto('plazo')}
        etiqueta="Plazo"
        vacia="Cualquiera"
        opciones={[
          { valor: 'vencido', texto: 'Vencidos' },
          { valor: 'pronto', texto: 'Vencidos o que vencen pronto' },
        ]}
      />
      <Boton variante="secundario">Filtrar</Boton>
    </form>
  );
}

const ASUNTOS = { decision: 'La decisión', requerimiento: 'Lo que se le pidió' };

const SinNotificar = ({ casos }: { casos: PropsDeCola['sinNotificar'] }) =>
  casos.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">Sin notificar</h2>
      <p class="govuk-body">
        El correo no llegó. Ábralos: ahí se envía otra vez o se anota que se notificó de otro modo.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {casos.map((c) => (
          <li>
            <a class="govuk-link" href={`/mesa/tramites/${c.radicado}`}>
              {c.radicado}
            </a>
            , {c.nombre}. {ASUNTOS[c.asunto]}, desde el {formatearFecha(c.desde)}
          </li>
        ))}
      </ul>
    </section>
  );

function Busqueda({ hallados, valores = {}, errores = {} }: PropsDeCola) {
  return (
    <section>
      <h2 class="govuk-heading-m">Buscar un trámite</h2>
      <Formulario accion="/mesa/tramites/buscar">
        <CampoTexto
          {...camposDe({ valores, errores }).texto('texto')}
          etiqueta="Radicado o NIT"
          ancho={20}
          ortografia={false}
          autocompletar="off"
        />
        <Boton variante="secundario">Buscar</Boton>
      </Formulario>
      {hallados ? (
        <Tabla
          titulo="Lo que se encontró"
          vacia="No hay trámites así que usted pueda abrir."
          columnas={[
            { titulo: 'Radicado' },
            { titulo: 'Trámite' },
            { titulo: 'Estado' },
            { titulo: 'Radicado el' },
          ]}
          filas={hallados.map((h) => [
            <a class="govuk-link" href={`/mesa/tramites/${h.radicado}`}>
              {h.radicado}
            </a>,
            h.nombre,
            h.estado,
            formatearFecha(h.radicadoDia),
          ])}
        />
      ) : null}
    </section>
  );
}
