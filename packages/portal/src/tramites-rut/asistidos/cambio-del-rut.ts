import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { cambiosDelRut, valorEnLlano, type CambioDelRut, type RegistroRut } from '@autogestion/normas/rut';
import { erroresDeTramitesRut } from '../errores.ts';
import { quienEs, type HechosDeTitular } from './atender.ts';
import { anotarCambioAsistido } from './cambiar-registro.ts';
import type { ClaseDeAtencion } from './atencion.ts';
import { atencion, type DefinicionDeAtencion, type Tramitador } from './declaracion.ts';

/** An attention that leaves a new version of the RUT: what is asked, and how the RUT stands with what was answered. */
interface DefinicionDeCambio<P extends object>
  extends
    Omit<DefinicionDeAtencion<P, HechosDeTitular>, 'deTitular' | 'presentar' | 'efecto'>,
    Partial<Pick<ClaseDeAtencion, 'efecto'>> {
  /** Why it is not for this taxpayer, if it is not. */
  impide?: (r: RegistroRut) => string | undefined;
  despues: (antes: RegistroRut, respuestas: P) => RegistroRut;
  /** What the person reads above what changes, and the sentences that they accept with it. */
  presentado: string;
  acepta: (respuestas: P) => readonly string[];
  /** Address where the code goes, when it is not the registered one. */
  destino?: (respuestas: P) => string;
  /** What `efecto` needs besides the RUT. */
  datos?: (respuestas: P) => object;
}

/** In one line: several codes of one box, one after the other. */
const dicho = ({ nombre }: CambioDelRut, valor: string): string =>
  valorEnLlano({ nombre, valor }).replaceAll('\n', '; ') || '(vacía)';

/** Declares it. Its effect, unless it has one of its own, is the version and nothing else. */
export const cambioDelRut = <P extends object>(d: DefinicionDeCambio<P>): Tramitador =>
  atencion<P, HechosDeTitular>({
    efecto: anotarCambioAsistido,
    ...d,
    deTitular: definidos({ impide: d.impide }),
    async presentar(_, { respuestas, hechos }) {
      const { titular, base, registro: antes } = hechos as HechosDeTitular;
      const registro = d.despues(antes, respuestas);
      const cambios = cambiosDelRut(antes, registro);
      if (cambios.length === 0) throw erroresDeTramitesRut.sinCambios();
      const presentacion: Presentacion = {
        titulo: d.presentado,
        secciones: [
          quienEs(antes),
          {
            titulo: 'Qué cambia en su RUT',
            filas: cambios.map((c) => ({
              clave: `Casilla ${c.casilla}, ${c.nombre}`,
              valor: `Dice: ${dicho(c, c.antes)}\nDirá: ${dicho(c, c.despues)}`,
            })),
          },
          { titulo: 'Lo que usted acepta', parrafos: [...d.acepta(respuestas)] },
        ],
      };
      return {
        titular,
        datos: { base, registro, ...d.datos?.(respuestas) },
        presentacion,
        destino: d.destino?.(respuestas) ?? antes.ubicacion.correo,
      };
    },
  });

export const soloNaturales = (r: RegistroRut): string | undefined =>
  r.tipoContribuyente === '2' ? undefined : 'Esto es solo para personas naturales.';
