import { actividad, buscarActividades } from '@autogestion/normas/actividades';
import { definidos } from '@autogestion/normas/definidos';
import { OTRAS_ACTIVIDADES, USUARIOS_ADUANEROS } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Boton, CampoTexto, Casillas } from '../../../interfaz/index.ts';
import { buscar, nombreActividad } from '../../../interfaz/preguntas/index.ts';
import type { ContextoPagina, Paso } from '../../../interfaz/recorrido/index.ts';
import { linea } from '../../inscripcion/campos.ts';
import { conLoDeHoy, textoDeHasta, varias, variasConLoDeHoy } from '../campos.ts';
import { cambia, hechosDe, paso, type Hechos, type Respuestas } from '../tipos.ts';

const PARTE = 'Lo que cambió';
const RESULTADOS = 8;

const OTRAS = z.object({ buscar: linea, actividades: varias }).transform((v, ctx) => {
  const falta = (message: string) => {
    ctx.addIssue({ code: 'custom', message, path: ['actividades'] });
    return z.NEVER;
  };
  const elegidas = [...new Set(v.actividades)];
  if (!elegidas.every((codigo) => actividad(codigo))) return falta('Elija las actividades de la lista.');
  if (elegidas.length > OTRAS_ACTIVIDADES)
    return falta(`Puede tener hasta ${OTRAS_ACTIVIDADES} además de la principal y la secundaria.`);
  return { actividades: elegidas };
});

/** Search and choice on one page: what was chosen stays among what is found. */
function PaginaOtras({ c }: { c: ContextoPagina<Respuestas, Hechos> }) {
  const { otrasActividades } = hechosDe(c.datos).registro.clasificacion;
  const elegidas = variasConLoDeHoy(c, 'actividades', 'buscar', otrasActividades);
  const buscado = c.campo.texto('buscar');
  const texto = linea.parse(buscado.valor).slice(0, 200);
  const halladas = texto === '' ? [] : buscarActividades(texto, RESULTADOS).map((r) => r.codigo);
  const opciones = [...new Set([...elegidas.valor, ...halladas])].filter((codigo) => actividad(codigo));
  return (
    <>
      <CampoTexto
        {...buscado}
        etiqueta="Busque una actividad, en sus palabras"
        tipo="search"
        autocompletar="off"
        opcional
      />
      <Boton variante="secundario" nombre="_accion" valor="buscar">
        Buscar
      </Boton>
      {opciones.length > 0 ? (
        <Casillas
          {...elegidas}
          etiqueta="Otras actividades"
          ayuda={`Marque las que tiene, hasta ${OTRAS_ACTIVIDADES}. Las que deje sin marcar salen del RUT.`}
          opciones={opciones.map((codigo) => ({ valor: codigo, texto: nombreActividad(codigo) }))}
        />
      ) : (
        <p class="govuk-inset-text">
          {texto === ''
            ? 'No tiene otras actividades. Busque la que quiere agregar.'
            : 'No encontramos actividades con esas palabras. Pruebe con otras.'}
        </p>
      )}
    </>
  );
}

/** Boxes of sheet 1 that registration does not ask. */
export function pasosCasillas(): Paso<Respuestas, Hechos>[] {
  return [
    paso<'codigo-postal'>({
      slug: 'codigo-postal',
      parte: PARTE,
      nombre: 'Código postal',
      pregunta: '¿Cuál es el código postal?',
      aplica: cambia('codigo-postal'),
      esquema: z.object({
        codigoPostal: linea.refine((v) => /^(?:\d{6})?$/.test(v), {
          error: 'El código postal tiene seis números. Déjelo vacío para quitarlo.',
        }),
      }),
      pagina: (c) => (
        <CampoTexto
          {...conLoDeHoy(c, 'codigoPostal', hechosDe(c.datos).registro.ubicacion.codigoPostal)}
          etiqueta="Código postal"
          ayuda="Seis números. Déjelo vacío para quitarlo."
          teclado="numeric"
          autocompletar="postal-code"
          opcional
          ancho={10}
        />
      ),
      resumen: (v) => [{ clave: 'Código postal', valor: v.codigoPostal || 'Ninguno' }],
      ejemplos: [{ escrito: { codigoPostal: '250001' } }],
    }),
    paso<'segundo-telefono'>({
      slug: 'segundo-telefono',
      parte: PARTE,
      nombre: 'Segundo teléfono',
      pregunta: '¿Cuál es el segundo teléfono?',
      aplica: cambia('segundo-telefono'),
      esquema: z.object({
        telefono: linea
          .transform((v) => v.replace(/[\s().-]/g, ''))
          .refine((v) => /^(?:\d{10}|\+[1-9]\d{6,14})?$/.test(v), {
            error:
              'El teléfono tiene 10 números, con el indicativo: 601 745 1000. Si es de otro país, empiece por el signo +.',
          }),
      }),
      pagina: (c) => (
        <CampoTexto
          {...conLoDeHoy(c, 'telefono', hechosDe(c.datos).registro.ubicacion.telefono2)}
          etiqueta="Segundo teléfono"
          ayuda="Fijo o celular, con 10 números. Déjelo vacío para quitarlo."
          tipo="tel"
          autocompletar="tel"
          opcional
          ancho={20}
        />
      ),
      resumen: (v) => [{ clave: 'Segundo teléfono', valor: v.telefono || 'Ninguno' }],
      ejemplos: [{ escrito: { telefono: '601 745 1000' } }],
    }),
    paso<'otras-actividades'>({
      slug: 'otras-actividades',
      parte: PARTE,
      nombre: 'Otras actividades',
      pregunta: '¿Qué otras actividades tiene?',
      aplica: cambia('otras-actividades'),
      esquema: OTRAS,
      pagina: (c) => <PaginaOtras c={c} />,
      acciones: { buscar: async (_, escrito) => definidos({ campos: buscar(escrito) }) },
      resumen: (v) => [
        { clave: 'Otras actividades', valor: v.actividades.map(nombreActividad).join('; ') || 'Ninguna' },
      ],
      ejemplos: [{ escrito: { buscar: '', actividades: ['9609', '4921'] } }],
    }),
    paso<'nombre-comercial'>({
      slug: 'nombre-comercial',
      parte: PARTE,
      nombre: 'Nombre comercial',
      pregunta: '¿Cuál es el nombre comercial?',
      aplica: cambia('nombre-comercial'),
      esquema: z.object({
        nombreComercial: textoDeHasta(150, 'El nombre comercial'),
        sigla: textoDeHasta(40, 'La sigla'),
      }),
      pagina: (c) => (
        <>
          <CampoTexto
            {...conLoDeHoy(c, 'nombreComercial', hechosDe(c.datos).registro.identificacion.nombreComercial)}
            etiqueta="Nombre comercial"
            ayuda="Déjelo vacío para quitarlo."
            opcional
            ortografia={false}
          />
          <CampoTexto
            {...conLoDeHoy(c, 'sigla', hechosDe(c.datos).registro.identificacion.sigla)}
            etiqueta="Sigla"
            opcional
            ortografia={false}
            ancho={20}
          />
        </>
      ),
      resumen: (v) => [
        { clave: 'Nombre comercial', valor: v.nombreComercial || 'Ninguno' },
        { clave: 'Sigla', valor: v.sigla || 'Ninguna' },
      ],
      ejemplos: [{ escrito: { nombreComercial: 'La Esquina', sigla: '' } }],
    }),
    paso<'usuarios-aduaneros'>({
      slug: 'usuarios-aduaneros',
      parte: PARTE,
      nombre: 'Usuario aduanero',
      pregunta: '¿Qué calidades de usuario aduanero tiene?',
      aplica: cambia('casilla-54'),
      esquema: z.object({
        calidades: varias.refine((v) => v.every((x) => USUARIOS_ADUANEROS.some((u) => u.codigo === x)), {
          error: 'Elija las calidades de la lista.',
        }),
      }),
      pagina: (c) => (
        <>
          <input type="hidden" name="visto" value="si" />
          <Casillas
            {...variasConLoDeHoy(
              c,
              'calidades',
              'visto',
              hechosDe(c.datos).registro.clasificacion.usuariosAduaneros,
            )}
            etiqueta="Calidades"
            ayuda="La casilla 53 debe llevar el código 10."
            opciones={USUARIOS_ADUANEROS.map((u) => ({
              valor: u.codigo,
              texto: `${u.codigo} · ${u.nombre}`,
            }))}
          />
        </>
      ),
      resumen: (v) => [{ clave: 'Calidades aduaneras', valor: v.calidades.join(', ') || 'Ninguna' }],
      ejemplos: [{ escrito: { calidades: ['22'] } }],
    }),
  ];
}
