import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Boton, Formulario, Pagina, renderizarPagina, TextoInset } from '../../interfaz/index.ts';
import { Preguntar, texto } from '../../interfaz/preguntas/index.ts';
import type { MensajeLocal } from '../../plataforma/index.ts';

export const DESTINO = texto<unknown>({
  campo: 'destino',
  que: 'El correo o celular',
  ayuda: 'Déjelo vacío para ver todos.',
  maximo: 200,
});

/** What would have been sent, newest first. */
export const paginaBuzon = (o: { mensajes: readonly MensajeLocal[]; destino?: string }) =>
  renderizarPagina(
    <Pagina titulo="Buzón de la demostración" indexable={false} migas={[{ texto: 'Inicio', href: '/' }]}>
      <TextoInset>
        Aquí quedan los correos y mensajes de texto que en una instalación real se enviarían.
      </TextoInset>
      <Formulario accion="/operacion/buzon">
        <Preguntar pregunta={DESTINO} nombre="Correo o celular" valores={{ destino: o.destino }} />
        <Boton variante="secundario">Buscar</Boton>
      </Formulario>
      {o.mensajes.length === 0 ? <p class="govuk-body">No hay mensajes.</p> : null}
      {o.mensajes.map((m) => (
        <article class="mensaje">
          <h2 class="govuk-heading-s">{m.asunto ?? 'Mensaje de texto'}</h2>
          <p class="govuk-body-s">
            Para {m.destino} · {formatearFechaHora(m.creado_en)}
          </p>
          <p class="govuk-body mensaje__texto">{m.texto}</p>
          {m.adjuntos.map((a) => (
            <p class="govuk-body-s">Adjunto: {a.nombre}</p>
          ))}
        </article>
      ))}
    </Pagina>,
  );
