import { definidos } from '@autogestion/normas/definidos';
import {
  errores,
  pagina,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { acabarRecorrido } from './acabar-recorrido.ts';
import { cargarAlDia } from './borradores.ts';
import type { Recorrido } from './definicion.ts';
import { aContinuacion, estadoDe, puedeVerse, type Borrador } from './estado.ts';
import { ejecutarAccion, terminarRecorrido, type EntradaPaso } from './guardar-paso.ts';
import {
  baseDe,
  CAMBIO,
  comunDe,
  direccion,
  leerRevision,
  type OpcionesRutas,
  type Parametros,
} from './opciones.ts';
import type { BorradorVisto } from './borrador-visto.ts';
import { conRecorrido } from './montados.ts';
import { paginaConflicto, paginaPaso, paginaRevision } from './paginas.tsx';
import { consultarYGuardar, exigirSesion } from './peticiones.ts';
import { rutasDeVueltas } from './rutas-vueltas.ts';
import { pasoDe } from './vueltas.ts';

type P = Peticion<Parametros>;

/** The pages of a journey: a step, the review, the end. */
export function rutasDeRecorrido<R extends object, H extends object>(
  def: Recorrido<R, H>,
  o: OpcionesRutas,
): Ruta[] {
  const comun = comunDe(o);
  const suBase = (p: P) => baseDe(o, p.parametros);
  const marco = (p: P, m: Pick<BorradorVisto<R, H>, 'estado' | 'borrador'>): BorradorVisto<R, H> => ({
    def,
    base: suBase(p),
    ...definidos({ inicio: o.inicio && direccion(o.inicio, p.parametros) }),
    ...m,
  });
  const aDonde = (p: P, siguiente: string | undefined) =>
    redirigir(`${suBase(p)}/${siguiente ?? 'revision'}`);
  /** A page of a draft that is being answered; of one that ended, whatever page is asked for leads to its result. */
  const conAbierto = async (p: P, ver: (m: BorradorVisto<R, H> & { borrador: Borrador }) => Respuesta) => {
    const borrador = await p.enTransaccion((trx) => cargarAlDia(trx, def, p.parametros.borrador, 'leer'));
    if (borrador.terminado) return redirigir(borrador.terminado.a);
    return ver({ ...marco(p, { borrador, estado: estadoDe(def, borrador, p.parametros.paso) }), borrador });
  };

  const acabar = ruta({
    ...comun,
    nombre: `${def.id}.acabar`,
    metodo: 'POST',
    camino: `${o.base}/acabar`,
    async manejar(p) {
      const r = await p.enTransaccion((trx) =>
        acabarRecorrido(trx, def, {
          borrador: p.parametros.borrador,
          revision: leerRevision(p.ocultos._revision),
          a: o.inicio ? direccion(o.inicio, p.parametros) : '/',
        }),
      );
      return r.tipo === 'acabado' ? redirigir(r.a) : aDonde(p, r.paso);
    },
  });

  return [
    ...rutasDeVueltas(def, o),
    conRecorrido(
      ruta({
        ...comun,
        nombre: `${def.id}.seguir`,
        metodo: 'GET',
        camino: o.base,
        manejar: (p) => conAbierto(p, ({ estado }) => aDonde(p, estado.siguiente?.slug)),
      }),
      def,
      o,
    ),
    ruta({
      ...comun,
      nombre: `${def.id}.revisar`,
      metodo: 'GET',
      camino: `${o.base}/revision`,
      manejar: (p) =>
        conAbierto(p, (visto) =>
          visto.estado.siguiente ? aDonde(p, visto.estado.siguiente.slug) : pagina(paginaRevision(visto)),
        ),
    }),
    ruta({
      ...comun,
      ...definidos({ ambito: o.ambitoParaTerminar }),
      nombre: `${def.id}.terminar`,
      metodo: 'POST',
      camino: `${o.base}/revision`,
      invalido: async (p, _, no) => {
        const borrador = await p.enTransaccion((trx) => cargarAlDia(trx, def, p.parametros.borrador, 'leer'));
        if (borrador.terminado) throw errores.noEncontrado();
        const visto = marco(p, { borrador, estado: estadoDe(def, borrador) });
        return paginaRevision(visto, no ? [no.mensaje] : []);
      },
      async manejar(p) {
        const r = await p.enTransaccion((trx) =>
          terminarRecorrido(trx, def, {
            borrador: p.parametros.borrador,
            sesion: exigirSesion(p),
            revision: leerRevision(p.ocultos._revision),
          }),
        );
        if (r.tipo === 'falta') return aDonde(p, r.paso);
        if (r.tipo === 'cambio') return pagina(paginaRevision(marco(p, r), [CAMBIO]), 409);
        if (r.tipo === 'impedido') return pagina(paginaRevision(marco(p, r)), 409);
        const { a, sesion } = r.terminacion;
        return { ...redirigir(a), ...definidos({ sesion }) };
      },
    }),
    ...(def.pasos.some((paso) => paso.acaba) ? [acabar] : []),
    ruta({
      ...comun,
      nombre: `${def.id}.ver-paso`,
      metodo: 'GET',
      camino: `${o.base}/:paso`,
      manejar: (p) =>
        conAbierto(p, ({ borrador, estado }) => {
          const paso = pasoDe(def.pasos, p.parametros.paso ?? '');
          if (!paso) throw errores.noEncontrado();
          if (!puedeVerse(estado, paso.slug)) return aDonde(p, estadoDe(def, borrador).siguiente?.slug);
          const guardado = borrador.respuestas[paso.slug]?.escrito ?? {};
          const desde = leerRevision([p.recuperado?._revision].flat()[0]);
          return pagina(
            paginaPaso(marco(p, { borrador: { revision: desde ?? borrador.revision }, estado }), paso, {
              valores: p.recuperado ?? guardado,
              aviso:
                p.recuperado &&
                'Su sesión se había cerrado. Conservamos lo que escribió: revíselo y continúe.',
            }),
          );
        }),
    }),
    ruta({
      ...comun,
      nombre: `${def.id}.guardar-paso`,
      metodo: 'POST',
      camino: `${o.base}/:paso`,
      async manejar(p) {
        const paso = pasoDe(def.pasos, p.parametros.paso ?? '');
        if (!paso) throw errores.noEncontrado();
        const entrada: EntradaPaso = {
          borrador: p.parametros.borrador,
          paso: paso.slug,
          escrito: p.escrito,
          revision: leerRevision(p.ocultos._revision),
          sesion: exigirSesion(p),
        };
        const accion = p.ocultos._accion;
        if (accion) {
          const r = await p.enTransaccion((trx) => ejecutarAccion(trx, def, { ...entrada, accion }));
          if ('terminado' in r) return redirigir(r.terminado.a);
          const { campos, aviso } = r.accion;
          // The page goes on from what the person saw: searching must not hide what another window saved meanwhile.
          const revision = entrada.revision ?? r.borrador.revision;
          const html = paginaPaso(marco(p, { ...r, borrador: { revision } }), paso, {
            valores: p.escrito,
            ...definidos({ errores: campos }),
            aviso,
          });
          return pagina(html, campos ? 422 : 200);
        }
        const r = await consultarYGuardar(def, o.claves, p, entrada);
        switch (r.tipo) {
          case 'guardado':
            return aDonde(p, aContinuacion(r.estado, paso)?.slug);
          case 'antes':
            return aDonde(p, r.estado.siguiente?.slug);
          case 'terminado':
          case 'desvio':
            return redirigir(r.a);
          case 'invalido':
            return pagina(paginaPaso(marco(p, r), paso, { valores: p.escrito, errores: r.campos }), 422);
          case 'conflicto':
            return pagina(paginaConflicto(marco(p, r), paso, p.escrito, r.guardado), 409);
        }
      },
    }),
  ];
}
