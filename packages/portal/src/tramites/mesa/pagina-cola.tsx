import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  camposDe,
  Formulario,
  Pagina,
  PaginacionSimple,
  renderizarPagina,
  Selector,
} from '../../interfaz/index.ts';
import { ROLES, type Rol, type Yo } from '../../cuentas/index.ts';
import { trabajaLaCola } from '../politicas.ts';
import type { TipoDeCaso } from '../tipos.ts';
import {
  TOPE_DE_CUENTA,
  type CuentasDeCola,
  type FiltroDeCola,
  type PlazoDeCola,
  type SinNotificarEnCola,
  type Vista,
} from './cola.ts';
import type { Renglon } from './con-quien.ts';
import { Renglones } from './renglones.tsx';

interface PropsDeCola {
  yo: Yo;
  filtro: FiltroDeCola;
  /** Queues that the official may see. */
  colas: readonly Rol[];
  /** Kinds of case of the office. */
  tipos: readonly TipoDeCaso[];
  cuentas: CuentasDeCola;
  casos: readonly Renglon[];
  sinNotificar: readonly SinNotificarEnCola[];
  siguiente?: string;
  /** What was just done, said once. */
  hecho?: string;
}

const PESTANAS: Record<Vista, string> = {
  mios: 'Los que tengo',
  libres: 'Sin tomar',
  'por-confirmar': 'Por confirmar',
  todos: 'Todos',
};

const PLAZOS: Record<PlazoDeCola, string> = {
  vencido: 'Vencidos',
  hoy: 'Vencen hoy',
  pronto: 'Vencen pronto',
  'hoy-o-pronto': 'Vencen hoy o pronto',
  'hasta-pronto': 'Vencidos, de hoy o pronto',
};

/** A queue, the oldest deadline first: a row a case. */
export function paginaCola(o: PropsDeCola): string {
  const { filtro, yo } = o;
  const toma = trabajaLaCola(yo, filtro.rol);
  return renderizarPagina(
    <Pagina titulo={`Cola: ${ROLES[filtro.rol]}`} ancho="mesa" islas={['mesa']} encabezado={null}>
      <div class="cola__cabeza">
        <h1 class="govuk-heading-m">{ROLES[filtro.rol]}</h1>
        <OtrasColas {...o} />
        <Filtros {...o} />
        {toma ? (
          <Formulario accion="/mesa/tramites/siguiente" ocultos={{ rol: filtro.rol }}>
            <span data-tecla="t">
              <Boton>Tomar el siguiente</Boton>
            </span>
          </Formulario>
        ) : null}
      </div>
      {o.hecho ? <Aviso tipo="exito">{o.hecho}</Aviso> : null}
      <Pestanas {...o} />
      <Renglones casos={o.casos} toma={toma} titulo={PESTANAS[filtro.de]} vacia={vacia(o)} />
      <PaginacionSimple {...(o.siguiente && { siguiente: o.siguiente })} etiqueta="Páginas de la cola" />
      <SinNotificar casos={o.sinNotificar} />
    </Pagina>,
  );
}

function vacia({ filtro, cuentas }: PropsDeCola): string {
  if (filtro.tipo || filtro.plazo || filtro.funcionario) return 'No hay trámites con estos filtros.';
  if (cuentas.todos === 0) return 'Esta cola está al día: no hay trámites abiertos.';
  return filtro.de === 'mios' ? 'Usted no tiene trámites en esta cola.' : 'No hay trámites aquí.';
}

/** The address of a queue says what is looked at, and nothing of anybody. */
export function direccionDeCola(f: Pick<FiltroDeCola, 'rol'> & Partial<FiltroDeCola>, tras?: string): string {
  const { rol, de, funcionario, tipo, plazo } = f;
  const partes = Object.entries({ rol, de, funcionario, tipo, plazo, tras }).flatMap(([k, v]) =>
    v === undefined ? [] : [[k, v]],
  );
  return `/mesa/tramites?${new URLSearchParams(partes).toString()}`;
}

const OtrasColas = ({ filtro, colas }: PropsDeCola) =>
  colas.length < 2 ? null : (
    <nav class="cola__otras" aria-label="Otras colas">
      <ul>
        {colas
          .filter((rol) => rol !== filtro.rol)
          .map((rol) => (
            <li>
              <a class="govuk-link" href={direccionDeCola({ rol })}>
                {ROLES[rol]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );

function Pestanas({ filtro, cuentas, yo }: PropsDeCola) {
  const { rol, tipo, plazo } = filtro;
  const vistas = (Object.keys(PESTANAS) as Vista[]).filter((v) => v !== 'mios' || trabajaLaCola(yo, rol));
  return (
    <nav class="pestanas" aria-label="Cuáles">
      <ul>
        {vistas.map((de) => (
          <li>
            <a
              href={direccionDeCola({ rol, de, ...(tipo && { tipo }), ...(plazo && { plazo }) })}
              aria-current={de === filtro.de && !filtro.funcionario ? 'page' : undefined}
            >
              {PESTANAS[de]} <span class="pestanas__cuenta">{cuenta(cuentas[de])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const cuenta = (n: number): string => (n >= TOPE_DE_CUENTA ? `${TOPE_DE_CUENTA - 1}+` : String(n));

/** A GET form behind a line: few rows are looked for by it, and it would take the place of one. */
function Filtros({ filtro, tipos }: PropsDeCola) {
  const campo = camposDe({ valores: { tipo: filtro.tipo ?? '', plazo: filtro.plazo ?? '' } });
  const puestos = [filtro.tipo, filtro.plazo, filtro.funcionario].filter(Boolean).length;
  return (
    <details class="cola__filtros" open={puestos > 0}>
      <summary>{puestos > 0 ? `Filtros (${puestos})` : 'Filtrar'}</summary>
      <form method="get" action="/mesa/tramites" class="filtros">
        <input type="hidden" name="rol" value={filtro.rol} />
        <input type="hidden" name="de" value={filtro.de} />
        <Selector
          {...campo.texto('tipo')}
          etiqueta="Trámite"
          vacia="Todos"
          opciones={tipos
            .filter((t) => t.rol === filtro.rol)
            .map((t) => ({ valor: t.tipo, texto: t.nombre }))}
        />
        <Selector
          {...campo.texto('plazo')}
          etiqueta="Plazo"
          vacia="Cualquiera"
          opciones={Object.entries(PLAZOS).map(([valor, texto]) => ({ valor, texto }))}
        />
        <Boton variante="secundario">Filtrar</Boton>
        {puestos > 0 ? (
          <a class="govuk-link" href={direccionDeCola({ rol: filtro.rol, de: filtro.de })}>
            Quitar los filtros
          </a>
        ) : null}
      </form>
    </details>
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
