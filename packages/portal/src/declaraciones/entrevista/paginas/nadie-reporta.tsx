import { NADIE_REPORTA, preguntaDe, PUEDEN_FALTAR, temaDe } from '@autogestion/normas/formularios/210';
import {
  Boton,
  camposDe,
  Casillas,
  Formulario,
  GrupoDeBotones,
  Radios,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../../llenar/index.ts';
import { ingresosQueFaltan, temasDe } from '../../prellenado/index.ts';
import { MarcoDeEntrevista } from './marco.tsx';

export const campoDeTema = (tema: string): string => `paso-${tema}`;

export const FALTAN = 'faltan';
/** The answer of whoever misses nothing. */
export const ESTA_TODO = 'esta-todo';

/** What no third party reports, asked once: what happened is told in its own page. */
export function paginaNadieReporta(o: {
  b: BorradorCalculado;
  titular: string;
  escrito?: Valores;
  errores?: Errores;
}): string {
  const { b, titular, escrito = {}, errores = {} } = o;
  const base = deBorrador(titular, b.borrador.idPublico);
  const dicho = temasDe(b.borrador.contenido);
  const faltan = ingresosQueFaltan(b.borrador.contenido);
  const valores: Valores = {
    ...(faltan && { [FALTAN]: faltan.length === 0 ? [ESTA_TODO] : [...faltan] }),
    ...Object.fromEntries(
      NADIE_REPORTA.flatMap((t) => {
        const r = dicho[t];
        return r ? [[campoDeTema(t), r.aplica ? 'si' : 'no']] : [];
      }),
    ),
    ...escrito,
  };
  const campos = camposDe({ valores, errores });
  return renderizarPagina(
    <MarcoDeEntrevista b={b} titular={titular} titulo="Lo que nadie reporta" errores={errores}>
      <p class="govuk-body">
        De esto nadie le informa a la administración: solo usted lo sabe. Responda lo que pasó en{' '}
        {b.borrador.anio}; lo que sea «sí» se lo preguntamos después.
      </p>
      <Formulario accion={`${base}/nadie-reporta`} ocultos={{ _revision: b.borrador.revision }}>
        {NADIE_REPORTA.flatMap((clave) => {
          const tema = temaDe(clave);
          return tema
            ? [
                <Radios
                  {...campos.texto(campoDeTema(clave))}
                  etiqueta={preguntaDe(tema, b.borrador.anio)}
                  ayuda={tema.ayuda}
                  enLinea
                  opciones={[
                    { valor: 'si', texto: 'Sí' },
                    { valor: 'no', texto: 'No' },
                  ]}
                />,
              ]
            : [];
        })}
        <Casillas
          {...campos.varios(FALTAN)}
          etiqueta={`¿Recibió en ${b.borrador.anio} otro ingreso que no está en lo que otros informaron?`}
          ayuda="Quien le pagó debió informarlo, y a veces no lo hace: usted lo declara igual."
          opciones={[
            ...PUEDEN_FALTAR.map((t) => ({ valor: t, texto: temaDe(t)?.nombre ?? t })),
            { divisor: 'o' },
            { valor: ESTA_TODO, texto: 'No, está todo', exclusiva: true },
          ]}
        />
        <GrupoDeBotones>
          <Boton>Guardar y seguir</Boton>
          <Boton variante="secundario" nombre="_accion" valor="ninguna">
            Nada de esto me pasó
          </Boton>
        </GrupoDeBotones>
      </Formulario>
    </MarcoDeEntrevista>,
  );
}
