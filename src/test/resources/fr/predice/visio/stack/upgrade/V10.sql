UPDATE invitation SET language = 'UK', display = 'LARGE';
